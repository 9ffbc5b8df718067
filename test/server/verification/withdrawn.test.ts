import type { Change, ChangeAnswer } from '@patuh/shared/domain/change';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import { formatPoints } from '@patuh/shared/domain/points';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aPeriod, handIn, HEALTH, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aCrew, aSekda, aVerifiedUnit } from '../../support/results.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, type HandedIn } from '../../support/verification.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => await emptyTables(site.db));

const QUESTION = 'penundaan-berlarut';
const SAID = 'Anaknya sekolah di sebelah kantor';

/** The first users of a handed-in unit. */
function usersOf({ answers }: HandedIn): readonly string[] {
  return [...new Set(answers.map(({ subjectId }) => subjectId).filter((id) => id.startsWith('user-')))];
}

function presenceOf({ answers }: HandedIn, user: string): Change {
  return answers.find(({ subjectId, entry }) => subjectId === user && entry.field === 'presence')!;
}

async function withdraw(scene: HandedIn, user: string): Promise<readonly ChangeAnswer[]> {
  const entry = { field: 'presence', value: { state: 'withdrawn' } } as const;
  const change = scene.device.change(scene.unit.id, { subjectId: user }, entry, [presenceOf(scene, user).id]);
  return await pushAll(scene.assessor, [change]);
}

/** What anybody is told of a user, by id. */
async function toldOf(scene: HandedIn, user: string): Promise<readonly unknown[]> {
  const office = await scene.office();
  const view = await pulled(scene.assessor, scene.unit.id);
  expect(view.cells).toEqual(office.assessment.cells);
  expect(answersHash(view.cells.map(hashedCell))).toBe(view.answersHash);
  return [
    ...view.cells.filter(({ subjectId }) => subjectId === user).map(({ current }) => current.entry),
    ...office.history.filter(({ subjectId, values }) => subjectId === user && values[0]?.entry.field !== 'presence'),
    ...office.assessment.late.filter(({ subjectId }) => subjectId === user),
  ];
}

const WITHDRAWN = [{ field: 'presence', value: { state: 'withdrawn' } }];

describe('a user who takes the interview back while the verifier has the unit', () => {
  it('is gone from the office and the team at once, and the score is that of the others', async () => {
    // The first user says the worst of everything, so that they would be missed in the score.
    let first: string | undefined;
    const scene = await aHandedInUnit(site, {
      users: 12,
      level: ({ maximum }, subject) => {
        if (subject.startsWith('user-')) first ??= subject;
        return subject === first ? 0 : maximum;
      },
    });
    const user = first ?? '';
    const before = await scene.office();
    expect(before.assessment.cells.filter(({ subjectId }) => subjectId === user)).toHaveLength(7);
    expect(await withdraw(scene, user)).toEqual([expect.objectContaining({ outcome: 'applied' })]);
    expect(await toldOf(scene, user)).toEqual(WITHDRAWN);
    expect((await scene.office()).findings.filter(({ weight }) => weight === 'blocks')).toEqual([]);
    const verified = await scene.acceptAll();
    const left = before.assessment.cells.filter(({ subjectId }) => subjectId !== user);
    const expected = scoreUnit(compileInstrument(scene.instrument), {
      unitKind: HEALTH,
      ...scoringInput(scene.instrument, HEALTH, left),
    });
    expect(verified.score?.points).toBe(expected.kind === 'scored' ? formatPoints(expected.score) : undefined);
    const users = verified.score?.merged.find(({ indicatorId }) => indicatorId === QUESTION);
    expect(users).toMatchObject({ kind: 'merged', n: 11 });
  });

  it('leaves nothing to decide: what came late of them, and what was given back', async () => {
    const scene = await aHandedInUnit(site, { users: 12 });
    const [user = ''] = usersOf(scene);
    const where = { indicatorId: QUESTION, subjectId: user };
    const former = scene.answers.find(({ subjectId, indicatorId }) => subjectId === user && indicatorId === QUESTION)!;
    await pushAll(scene.assessor, [
      scene.device.level(scene.unit.id, where, 0, [former.id]),
      scene.device.change(scene.unit.id, where, { field: 'note', value: SAID }),
    ]);
    expect((await scene.office()).assessment.late).toHaveLength(2);
    await scene.decide('/return', { points: [{ ...where, reason: 'Periksa kembali jawaban ini.' }] });
    await withdraw(scene, user);
    const office = await scene.office();
    expect(office.assessment.late).toEqual([]);
    expect(office.assessment.points).toEqual([expect.objectContaining({ subjectId: user, state: 'answered' })]);
    expect(JSON.stringify(office)).not.toContain(SAID);
    const { units } = (await scene.verifier.get('/api/office/units')).body;
    expect(JSON.stringify(units)).toContain('"lateChanges":0');
    // Nobody can ask the team for an answer of somebody who withdrew.
    expect((await handIn(scene.assessor, scene.unit.id)).status).toBe(200);
    expectProblem(
      await scene.decide('/return', { points: [{ ...where, reason: 'Periksa kembali jawaban ini.' }] }),
      'point-unknown',
    );
  });

  it('stays withdrawn, whoever counts them again, answers for them or withdraws once more', async () => {
    const scene = await aHandedInUnit(site, { users: 12 });
    const [user = ''] = usersOf(scene);
    await withdraw(scene, user);
    const { version } = await pulled(scene.assessor, scene.unit.id);
    const { id } = scene.unit;
    const present = { field: 'presence', value: { state: 'present' } } as const;
    await pushAll(scene.assessor, [
      scene.device.change(id, { subjectId: user }, present, [presenceOf(scene, user).id]),
      scene.device.level(id, { indicatorId: QUESTION, subjectId: user }, 2),
      scene.device.change(id, { subjectId: user }, { field: 'consent', value: true }),
    ]);
    await withdraw(scene, user);
    expect(await toldOf(scene, user)).toEqual(WITHDRAWN);
    expect((await pulled(scene.assessor, id)).version).toBeGreaterThan(version);
    expect((await scene.acceptAll()).assessment.state).toBe('final');
  });
});

describe('the audit of the office', () => {
  it('keeps that somebody took an interview back, and tells nothing of what they had said', async () => {
    const scene = await aHandedInUnit(site, { users: 12 });
    const [user = ''] = usersOf(scene);
    await pushAll(scene.assessor, [
      scene.device.change(scene.unit.id, { subjectId: user, indicatorId: QUESTION }, { field: 'note', value: SAID }),
    ]);
    const head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
    const told = async (): Promise<string> => JSON.stringify((await head.get('/api/audit/53')).body.lines);
    expect(await told()).toContain(SAID);
    await withdraw(scene, user);
    const now = await told();
    expect(now).not.toContain(SAID);
    expect(now).toContain('withdrawn');
  });
});

describe('a user who takes the interview back after the score was accepted', () => {
  it('is shown to nobody any more, and the score that was decided stands', async () => {
    const scene = await aHandedInUnit(site, { users: 12 });
    const verified = await scene.acceptAll();
    const [user = ''] = usersOf(scene);
    expect(await withdraw(scene, user)).toEqual([expect.objectContaining({ outcome: 'applied' })]);
    expect(await toldOf(scene, user)).toEqual(WITHDRAWN);
    const now = await scene.office();
    expect(now.assessment.state).toBe('final');
    expect(now.score).toEqual(verified.score);
    const { review, placeAcceptances, oddInterviews } = now;
    expect(JSON.stringify([verified.review, verified.placeAcceptances])).toContain(user);
    expect(JSON.stringify([review, placeAcceptances, oddInterviews])).not.toContain(user);
    expect(review?.required).toBe(verified.review?.required);
  });

  it('cannot be told by the Sekda office from the difference between the mean and the answers', async () => {
    const crew = await aCrew(site);
    const periodId = await aPeriod(site.db);
    let gone: Change | undefined;
    const unit = await aVerifiedUnit(crew, {
      periodId,
      government: '53.14',
      users: 12,
      also: (_device, _id, full) => {
        gone = full.find(({ subjectId }) => subjectId.startsWith('user-'));
        return [];
      },
    });
    const path = `/api/results/${periodId}/53.14/units/${unit.id}`;
    const sekda = await aSekda(site, '53.14');
    const distribution = async () =>
      (await sekda.get(path)).body.distributions.find(
        ({ indicatorId }: { readonly indicatorId: string }) => indicatorId === QUESTION,
      );
    expect(await distribution()).toMatchObject({ users: 12, counts: [0, 0, 0, 12] });
    const entry = { field: 'presence', value: { state: 'withdrawn' } } as const;
    await pushAll(crew.assessor, [aDevice().change(unit.id, { subjectId: gone?.subjectId ?? '' }, entry)]);
    expect(await distribution()).toMatchObject({ users: 11, counts: null });
  });
});

describe('only a user', () => {
  it('can withdraw: for a post the word does not exist', async () => {
    const scene = await aHandedInUnit(site, { users: 12 });
    const entry = { field: 'presence', value: { state: 'withdrawn' } } as const;
    const [answer] = await pushAll(scene.assessor, [
      scene.device.change(scene.unit.id, { subjectId: 'officer-1' }, entry),
    ]);
    expect(answer).toMatchObject({ outcome: 'refused', reason: 'wrong-field' });
  });
});
