import type { Pooled } from '@patuh/server/platform/database';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { sql } from 'kysely';

import { anAssessment, aPeriod, aTeam, HEALTH } from '../support/assessments.ts';
import { fullAnswers } from '../support/changes.ts';
import { aPull } from '../support/pulls.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { type BenchLine, median } from './compare.ts';
import { aCaller, type Caller, withField } from './field.ts';

const FEW = 10;
const MANY = 4_000;
const WARM_UPS = 2;
const MEASURED = (FEW - WARM_UPS) / 2;

/** Every answer of a unit: all of them are looked at, whatever must be, so that it is the same work in every unit. */
const places = new Map<AssessmentId, unknown[]>();

/**
 * What one acceptance of a section costs over HTTP (all sections of a unit, the last one with its score) with 10 units in
 * the database, and with 4,000 full ones: it must not grow with the units of others.
 */
export async function benchAcceptance(): Promise<readonly BenchLine[]> {
  return await withField(async (bench) => {
    const { db } = bench;
    const assessor = await aCaller(bench, 'assessor');
    const verifier = await aCaller(bench, 'verifier');
    const periodId = await aPeriod(db, { year: 2031 });
    const teamId = await aTeam(db, { periodId, members: [{ personId: assessor.personId, role: 'assessor' }] });
    const units: AssessmentId[] = [];
    for (let index = 0; index < FEW; index += 1) {
      const { id } = await anAssessment(db, { periodId, teamId });
      await handIn(assessor, id);
      units.push(id);
    }
    const times = async (ids: readonly AssessmentId[]): Promise<number> => {
      const each: number[] = [];
      for (const id of ids) each.push(await acceptAll(verifier, id));
      return median(each);
    };
    await times(units.slice(0, WARM_UPS));
    const baseline = await times(units.slice(WARM_UPS, WARM_UPS + MEASURED));
    await copyUnit(db, units[0]!, MANY - FEW);
    const value = await times(units.slice(WARM_UPS + MEASURED));
    return [
      {
        name: `acceptance of one section with ${MANY} units against ${FEW}`,
        value: Math.round(value * 10) / 10,
        unit: 'ms',
        baseline: Math.round(baseline * 10) / 10,
        ratio: Math.round((value / baseline) * 100) / 100,
      },
    ];
  });
}

async function handIn(caller: Caller, id: AssessmentId): Promise<void> {
  const changes = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: id });
  places.set(
    id,
    changes
      .filter(({ entry }) => entry.field === 'answer')
      .map(({ indicatorId, subjectId }) => ({ indicatorId, subjectId })),
  );
  await caller.post('/api/sync/push', JSON.stringify({ changes }));
  const { assessments } = (await caller.post('/api/sync/pull', JSON.stringify(aPull()))) as {
    assessments: AssessmentView[];
  };
  const { version, answersHash } = assessments.find((view) => view.id === id)!;
  await caller.post(`/api/assessments/${id}/submission`, JSON.stringify({ version, answersHash, evidence: [] }));
}

/** Accepts section after section; milliseconds for one. */
async function acceptAll(verifier: Caller, id: AssessmentId): Promise<number> {
  const sections = sectionsOf(instrumentOf(2023));
  // The push brought version 1 and handing in version 2; each acceptance of a section brings the next.
  let version = 2;
  await verifier.post(
    `/api/office/assessments/${id}/places/acceptance`,
    JSON.stringify({ version, places: places.get(id) }),
  );
  const from = performance.now();
  for (const section of sections) {
    const path = `/api/office/assessments/${id}/sections/${section.id}/acceptance`;
    const { assessment } = (await verifier.post(path, JSON.stringify({ version }))) as { assessment: AssessmentView };
    version = assessment.version;
  }
  return (performance.now() - from) / sections.length;
}

/** Full units beside, as many: rows of one copied, each under ids of its own. */
async function copyUnit(db: Pooled, of: AssessmentId, count: number): Promise<void> {
  await sql`create table copied as
    select n, gen_random_uuid() as assessment_id, gen_random_uuid() as unit_id from generate_series(1, ${count}) as n`.execute(
    db,
  );
  await sql`insert into province select (60 + n)::text, 'Provinsi ' || n, 'Asia/Makassar' from generate_series(0, 39) as n
    on conflict do nothing`.execute(db);
  await sql`insert into government (code, name, kind, province_code)
    select p.code || '.' || lpad(n::text, 2, '0'), 'Kabupaten ' || n, 'regency', p.code
    from province p, generate_series(1, 20) as n where p.code >= '60'
    on conflict do nothing`.execute(db);
  // As many units in a government as there are in one: five.
  await sql`insert into unit select c.unit_id, (60 + c.n % 40) || '.' || lpad((1 + c.n / 40 % 20)::text, 2, '0'), u.kind, 'Salinan ' || c.n, null, now(), null
    from copied c, assessment a join unit u on u.id = a.unit_id where a.id = ${of}`.execute(db);
  await sql`insert into period_unit select p.period_id, c.unit_id, p.team_id, false from copied c, assessment a
    join period_unit p using (period_id, unit_id) where a.id = ${of}`.execute(db);
  await sql`insert into assessment (id, period_id, unit_id, version, state, submitted_at)
    select c.assessment_id, a.period_id, c.unit_id, 2, 'submitted', now() from copied c, assessment a
    where a.id = ${of}`.execute(db);
  await sql`insert into answer_change
    select gen_random_uuid(), period_id, c.assessment_id, indicator_id, subject_id, field, value, base, seq, device_id,
      person_id, made_at, received_at, push_id, placement
    from copied c, answer_change a where a.assessment_id = ${of}`.execute(db);
  await sql`insert into answer
    select c.assessment_id, indicator_id, subject_id, field, value, change_id, heads, person_id, at, version
    from copied c, answer a where a.assessment_id = ${of}`.execute(db);
  await sql`drop table copied`.execute(db);
  await sql`analyze`.execute(db);
}
