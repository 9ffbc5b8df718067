import type { OfficeAssessment } from '@patuh/shared/contracts/verification';
import type { Change } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { Place } from '@patuh/shared/review/places';
import { sectionsOf } from '@patuh/shared/sync/sections';

import { anAssessment, handIn, HEALTH, pushAll, type TestAssessment } from './assessments.ts';
import { aDevice, fullAnswers, type TestDevice } from './changes.ts';
import { type Answer, aPerson, type Client, grant, signedIn, type TestPerson } from './people.ts';
import { instrumentOf } from './reference-instruments.ts';
import { toLookAt } from './review.ts';
import type { Site } from './site.ts';

/** A unit of NTT that was handed in, with the people around it. */
export interface HandedIn {
  readonly instrument: Instrument;
  readonly sections: readonly string[];
  readonly unit: TestAssessment;
  readonly device: TestDevice;
  /** Every answer as it was pushed. */
  readonly answers: readonly Change[];
  readonly people: Readonly<Record<'assessor' | 'verifier' | 'head', TestPerson>>;
  readonly assessor: Client;
  readonly verifier: Client;
  readonly head: Client;
  /** The unit as the verifier sees it. */
  office(client?: Pick<Client, 'get'>): Promise<OfficeAssessment>;
  /** A decision of the verifier about what they see now; `path` after `/api/office/assessments/ID`. */
  decide(path: string, body?: object, client?: Pick<Client, 'get' | 'post'>): Promise<Answer>;
  /** Accepts what must be looked at in a section, answer by answer, and then the section; the answer is that of the section. */
  acceptSection(sectionId: string | undefined, client?: Pick<Client, 'get' | 'post'>): Promise<Answer>;
  /** Accepts answers one by one, as they are now. */
  acceptPlaces(places: readonly Place[], client?: Pick<Client, 'get' | 'post'>): Promise<Answer>;
  /** Accepts every section that is not accepted yet; throws unless each is answered 200. */
  acceptAll(): Promise<OfficeAssessment>;
}

export async function aHandedInUnit(
  site: Site,
  options: {
    readonly level?: Parameters<typeof fullAnswers>[2]['level'];
    readonly users?: number;
    /** What is entered besides the answers. */
    readonly more?: (device: TestDevice, id: AssessmentId) => readonly Change[];
    /** Whether the assessor is also a verifier of the office, and the verifier is not there. */
    readonly smallOffice?: boolean;
  } = {},
): Promise<HandedIn> {
  const { db } = site;
  const instrument = instrumentOf(2023);
  const small = options.smallOffice === true;
  const people = {
    assessor: await aPerson(db, {
      name: 'Maria Asesor',
      grants: small ? [grant('assessor', '53'), grant('verifier', '53')] : [grant('assessor', '53')],
    }),
    verifier: await aPerson(db, { name: 'Yosef Verifikator', grants: [grant('verifier', small ? '19' : '53')] }),
    head: await aPerson(db, { name: 'Ibu Kepala', grants: [grant('head', '53')] }),
  };
  const unit = await anAssessment(db, { members: [{ personId: people.assessor.id, role: 'assessor' }] });
  const device = aDevice();
  const answers = fullAnswers(instrument, HEALTH, {
    assessmentId: unit.id,
    device,
    ...(options.level !== undefined && { level: options.level }),
    ...(options.users !== undefined && { users: options.users }),
  });
  const assessor = await signedIn(site, people.assessor);
  const verifier = small ? assessor : await signedIn(site, people.verifier);
  await pushAll(assessor, [...answers, ...(options.more?.(device, unit.id) ?? [])]);
  ok(await handIn(assessor, unit.id));

  const path = `/api/office/assessments/${unit.id}`;
  const office: HandedIn['office'] = async (client = verifier) => ok(await client.get(path));
  const decide: HandedIn['decide'] = async (rest, body = {}, client = verifier) => {
    const { assessment } = await office(client);
    return await client.post(`${path}${rest}`, { version: assessment.version, ...body });
  };
  const acceptPlaces: HandedIn['acceptPlaces'] = async (places, client) =>
    await decide(
      '/places/acceptance',
      { places: places.map(({ indicatorId, subjectId }) => ({ indicatorId, subjectId })) },
      client,
    );
  const acceptSection: HandedIn['acceptSection'] = async (sectionId, client = verifier) => {
    const now = await office(client);
    const here =
      sectionsOf(instrument)
        .find(({ id }) => id === sectionId)
        ?.indicators.map(({ id }) => id) ?? [];
    const places = toLookAt(now).filter(({ indicatorId }) => here.includes(indicatorId));
    if (places.length > 0) await acceptPlaces(places, client);
    return await decide(`/sections/${sectionId}/acceptance`, {}, client);
  };
  const sections = sectionsOf(instrument).map(({ id }) => id);
  return {
    instrument,
    sections,
    unit,
    device,
    answers,
    people,
    assessor,
    verifier,
    head: await signedIn(site, people.head),
    office,
    decide,
    acceptSection,
    acceptPlaces,
    acceptAll: async () => {
      let now = await office();
      const held = new Set(now.acceptances.filter(({ holds }) => holds).map(({ sectionId }) => sectionId));
      for (const id of sections.filter((section) => !held.has(section))) {
        now = ok(await acceptSection(id));
      }
      return now;
    },
  };
}

/** What a 200 brought; throws with the problem otherwise. */
export function ok(answer: Answer): OfficeAssessment {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as OfficeAssessment;
}
