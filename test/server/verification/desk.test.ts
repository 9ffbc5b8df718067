import type { NextUnit, OfficeAssessment } from '@patuh/shared/contracts/verification';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, handIn, HEALTH, pushAll } from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aCrew, anAnsweredUnit, aVerifiedUnit, type TestCrew, type UnitWish } from '../../support/results.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let crew: TestCrew;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  crew = await aCrew(site);
});

const GOVERNMENT = '53.14';

async function desk(id: AssessmentId): Promise<OfficeAssessment> {
  return (await crew.verifier.get(`/api/office/assessments/${id}`)).body as OfficeAssessment;
}

async function handedIn(wish: Partial<UnitWish> = {}) {
  const periodId = wish.periodId ?? (await aPeriod(site.db, { year: 2025 }));
  const unit = await anAnsweredUnit(crew, { periodId, government: GOVERNMENT, users: 10, ...wish });
  expect((await handIn(crew.assessor, unit.id)).status).toBe(200);
  return unit;
}

describe('beside an answer the desk shows', () => {
  it('what the unit was found to be last time, and looks at what has jumped', async () => {
    const before = await aVerifiedUnit(crew, {
      periodId: await aPeriod(site.db, { year: 2024 }),
      government: GOVERNMENT,
      users: 10,
      level: ({ id, maximum }) => (id === 'motto' ? 0 : maximum),
    });
    const now = await anAssessment(site.db, {
      unit: before.unit,
      periodId: await aPeriod(site.db, { year: 2025 }),
      members: [crew.member],
    });
    expect((await desk(now.id)).lastYear).toMatchObject({ year: 2024 });
    await pushAll(crew.assessor, fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: now.id, users: 10 }));
    expect((await handIn(crew.assessor, now.id)).status).toBe(200);
    const { lastYear, review } = await desk(now.id);
    expect(lastYear?.levels).toContainEqual({ indicatorId: 'motto', subjectId: 'product-1', level: 0 });
    const jumped = review?.places.filter(({ reasons }) => reasons.includes('jump'));
    expect(jumped?.map(({ indicatorId, subjectId }) => `${indicatorId} ${subjectId}`)).toEqual([
      'motto product-1',
      'motto product-2',
    ]);
  });

  it('how often the other units of the kind got each level: handed in, of the same period and province', async () => {
    const unit = await handedIn();
    expect((await desk(unit.id)).others).toEqual({ units: 0, levels: [] });
    await handedIn({ government: '53.01', level: ({ maximum }) => maximum - 1 });
    await handedIn({ government: '53.71' });
    await handedIn({ periodId: await aPeriod(site.db, { year: 2023 }) });
    await anAnsweredUnit(crew, { periodId: unit.periodId, government: '53.02', users: 10 });
    const elsewhere = await aCrew(site, '19');
    const other = await anAnsweredUnit(elsewhere, { periodId: unit.periodId, government: '19.01', users: 10 });
    expect((await handIn(elsewhere.assessor, other.id)).status).toBe(200);
    const { others } = await desk(unit.id);
    expect(others.units).toBe(2);
    // Two products and ten users of each of the two other units.
    expect(others.levels.find(({ indicatorId }) => indicatorId === 'motto')?.counts).toEqual([0, 0, 2, 2]);
    expect(others.levels.find(({ indicatorId }) => indicatorId === 'tidak-kompeten')?.counts).toEqual([0, 0, 10, 10]);
  });

  it('who is to verify it, and by when', async () => {
    const unit = await handedIn();
    expect((await desk(unit.id)).duty).toBeNull();
    const person = await aPerson(site.db, { name: 'Rekan', grants: [grant('verifier', '53')] });
    await duty(unit.id, person.id, '2026-12-01');
    expect((await desk(unit.id)).duty).toEqual({ personId: person.id, person: 'Rekan', dueOn: '2026-12-01' });
  });
});

async function duty(id: AssessmentId, personId: PersonId, dueOn: string | null): Promise<void> {
  await sql`insert into verification_duty (assessment_id, person_id, due_on, assigned_by, assigned_at)
    values (${id}, ${personId}, ${dueOn}, ${personId}, now())`.execute(site.db);
}

describe('the next unit', () => {
  const next = async (after?: AssessmentId, client = crew.verifier): Promise<NextUnit | null> =>
    (await client.get(`/api/office/next-unit${after === undefined ? '' : `?after=${after}`}`)).body.next;

  it('is one’s own by its day, then what nobody has: at an edge of a band first; never a colleague’s', async () => {
    const periodId = await aPeriod(site.db, { year: 2025 });
    const { personId } = await site.db
      .selectFrom('person')
      .select('id as personId')
      .where('name', '=', 'Verifikator Kantor')
      .executeTakeFirstOrThrow();
    const colleague = await aPerson(site.db, { grants: [grant('verifier', '53')] });
    const waiting = async (government: string) =>
      await anAssessment(site.db, { periodId, government, state: 'submitted' });
    const [calm, edge, later, soon, theirs] = [
      await handedIn({ government: '53.01' }),
      await handedIn({
        government: '53.02',
        level: ({ id, maximum }) => (id.length % 3 === 0 ? maximum : maximum - 1),
      }),
      await waiting('53.03'),
      await waiting('53.04'),
      await waiting('53.05'),
    ];
    await waiting('19.01');
    await site.db.updateTable('period').set({ edge_points: 2_000 }).execute();
    await duty(later.id, personId, '2026-12-09');
    await duty(soon.id, personId, '2026-12-01');
    await duty(theirs.id, colleague.id, '2026-11-30');

    const order: AssessmentId[] = [];
    for (
      let unit = await next();
      unit !== null && !order.includes(unit.assessmentId);
      unit = await next(unit.assessmentId)
    )
      order.push(unit.assessmentId);
    expect(order).toEqual([soon.id, later.id, edge.id, calm.id]);
    expect(await next()).toMatchObject({ mine: true, dueOn: '2026-12-01', government: { code: '53.04' } });
    expect(await next(calm.id)).toMatchObject({ assessmentId: soon.id });
  });

  it('is never one that the verifier collected', async () => {
    const unit = await handedIn();
    expect((await next())?.assessmentId).toBe(unit.id);
    await site.db.updateTable('assessment').set({ submitted_by: crew.member.personId }).execute();
    const both = await aPerson(site.db, { grants: [grant('verifier', '53')] });
    const client = await signedIn(site, both);
    expect((await next(undefined, client))?.assessmentId).toBe(unit.id);
    await site.db.updateTable('assessment').set({ submitted_by: both.id }).execute();
    expect(await next(undefined, client)).toBeNull();
  });
});

describe('odd interviews', () => {
  /** Interviews that are not of one level, the same in every unit that is made of them. */
  const GIVEN = [3, 2, 3, 1, 2, 0];
  const spread = ({ id, maximum }: { id: string; maximum: number }): number =>
    Math.min(maximum, GIVEN[id.length % GIVEN.length] ?? 0);

  it('are found again in another unit of the same assessor, until they are taken back', async () => {
    const copied = { level: spread };
    const first = await handedIn({ ...copied, name: 'Puskesmas Asli' });
    const second = await handedIn({ ...copied, government: '53.01', name: 'Puskesmas Salinan' });
    const elsewhere = async () =>
      (await desk(second.id)).oddInterviews.filter(({ marks }) => marks.includes('copied-elsewhere'));
    const found = await elsewhere();
    expect(found).toHaveLength(10);
    expect(found.every((one) => one.elsewhere === 'Puskesmas Asli')).toBe(true);
    const { review } = await desk(second.id);
    expect(review?.counts.find(({ reason }) => reason === 'interview-copied')?.places).toBe(50);

    const users = (await desk(first.id)).oddInterviews.map(({ subjectId }) => subjectId);
    await pushAll(
      crew.assessor,
      users
        .slice(0, 6)
        .map((subjectId) =>
          aDevice().change(first.id, { subjectId }, { field: 'presence', value: { state: 'withdrawn' } }),
        ),
    );
    expect(await elsewhere()).toEqual([]);
    const { levels } = (await desk(second.id)).others;
    const counted = levels.find(({ indicatorId }) => indicatorId === 'tidak-kompeten')?.counts ?? [];
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(4);
    const left = await site.db
      .selectFrom('interview_print')
      .select('subject_id')
      .where('assessment_id', '=', first.id)
      .execute();
    expect(left).toHaveLength(4);
  });

  it('are nobody’s business in units of other people, or of another period', async () => {
    await handedIn({ level: spread, name: 'Puskesmas Asli' });
    crew = await aCrew(site);
    await handedIn({ level: spread, government: '53.02', periodId: await aPeriod(site.db, { year: 2024 }) });
    const second = await handedIn({ level: spread, government: '53.01' });
    expect((await desk(second.id)).oddInterviews.flatMap(({ elsewhere }) => elsewhere ?? [])).toEqual([]);
  });
});
