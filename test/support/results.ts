import type { Change, Cell } from '@patuh/shared/domain/change';
import type { PeriodId } from '@patuh/shared/domain/ids';
import type { Hundredths } from '@patuh/shared/domain/points';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import type { ScoredUnit } from '@patuh/shared/scoring/outcome';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import { sectionsOf } from '@patuh/shared/sync/sections';

import { anAssessment, aUnit, handIn, HEALTH, pulled, pushAll, type TestAssessment } from './assessments.ts';
import { aDevice, fullAnswers, type TestDevice } from './changes.ts';
import { aPerson, type Answer, type Client, grant, signedIn } from './people.ts';
import { instrumentOf } from './reference-instruments.ts';
import { lookAtAll } from './review.ts';
import type { Site } from './site.ts';

/** People of one province who bring units from the first answer to a score, through the same doors as everybody. */
export async function aCrew(site: Site, province = '53') {
  const person = await aPerson(site.db, { grants: [grant('assessor', province)], name: 'Asesor Lapangan' });
  const checker = await aPerson(site.db, { grants: [grant('verifier', province)], name: 'Verifikator Kantor' });
  const assessor = await signedIn(site, person);
  const verifier = await signedIn(site, checker);
  return { site, province, assessor, verifier, member: { personId: person.id, role: 'assessor' as const } };
}
export type TestCrew = Awaited<ReturnType<typeof aCrew>>;

type FullOptions = Omit<Parameters<typeof fullAnswers>[2], 'assessmentId' | 'device'>;

export interface UnitWish extends FullOptions {
  readonly periodId: PeriodId;
  readonly government: string;
  readonly name?: string;
  /** More edits after the full set of answers. */
  readonly also?: (
    device: TestDevice,
    assessmentId: TestAssessment['id'],
    full: readonly Change[],
  ) => readonly Change[];
}

const INSTRUMENT = instrumentOf(2023);

/** A unit with every answer, still in progress. */
export async function anAnsweredUnit(crew: TestCrew, wish: UnitWish) {
  const { site, assessor, member } = crew;
  const { periodId, government, name, also, ...options } = wish;
  const unit = await aUnit(site.db, { government, ...(name !== undefined && { name }) });
  const assessment = await anAssessment(site.db, { periodId, unit, members: [member] });
  const device = aDevice();
  const full = fullAnswers(INSTRUMENT, HEALTH, { assessmentId: assessment.id, device, ...options });
  await pushAll(assessor, [...full, ...(also?.(device, assessment.id, full) ?? [])]);
  return assessment;
}

/** A unit that was answered, handed in and accepted section by section, with the score its very answers give. */
export async function aVerifiedUnit(crew: TestCrew, wish: UnitWish) {
  const assessment = await anAnsweredUnit(crew, wish);
  const { cells } = await pulled(crew.assessor, assessment.id);
  expectOk(await handIn(crew.assessor, assessment.id));
  await acceptAll(crew, assessment.id);
  return { ...assessment, cells, expected: scoreOfCells(cells) };
}

/** Accepts every section of a unit that was handed in. */
export async function acceptAll({ verifier }: TestCrew, id: TestAssessment['id']): Promise<void> {
  await lookAtAll(verifier, id);
  for (const section of sectionsOf(INSTRUMENT)) {
    const office = expectOk(await verifier.get(`/api/office/assessments/${id}`));
    const { version } = office.body.assessment;
    expectOk(await verifier.post(`/api/office/assessments/${id}/sections/${section.id}/acceptance`, { version }));
  }
}

/** What `shared/scoring` makes of these answers. */
function scoreOfCells(cells: readonly Cell[]): ScoredUnit & { readonly score: Hundredths } {
  const result = scoreUnit(compileInstrument(INSTRUMENT), {
    unitKind: HEALTH,
    ...scoringInput(INSTRUMENT, HEALTH, cells),
  });
  if (result.kind !== 'scored') throw new Error(`Not scored: ${JSON.stringify(result)}`);
  return result;
}

/** Somebody of the Sekda office of a government. */
export async function aSekda(site: Site, government: string): Promise<Client> {
  return await signedIn(site, await aPerson(site.db, { grants: [grant('sekda', government)] }));
}

function expectOk(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
}
