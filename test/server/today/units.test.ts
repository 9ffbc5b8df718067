import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, handIn, pushAll } from '../../support/assessments.ts';
import { aDevice, lastAnswer } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { anEvidenceId, aPhotoPiece } from '../../support/evidence-pieces.ts';
import { putInto } from '../../support/field.ts';
import { aPerson, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { countOf, itemOf, todayOf } from '../../support/today.ts';
import { aPhoto, sender } from '../../support/uploads.ts';
import { aHandedInUnit, type HandedIn, ok } from '../../support/verification.ts';

let site: Site;
let scene: HandedIn;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  scene = await aHandedInUnit(site);
});

const REASON = 'Foto menunjukkan hal yang lain.';

async function duty(id: AssessmentId, personId: PersonId, days: number): Promise<void> {
  await sql`
    insert into verification_duty (assessment_id, person_id, due_on, assigned_by, assigned_at)
    values (${id}, ${personId}, (now() at time zone 'Asia/Makassar')::date + ${days}::integer,
      ${scene.people.head.id}, now())
    on conflict (assessment_id) do update set person_id = excluded.person_id, due_on = excluded.due_on`.execute(
    site.db,
  );
}

async function colleague(): Promise<PersonId> {
  return (await aPerson(site.db, { name: 'Rekan', grants: [grant('verifier', '53')] })).id;
}

describe('what a verifier finds in the morning', () => {
  it('is what was handed in, the own duties first and the overdue on top, until it is given back', async () => {
    const { periodId, teamId } = scene.unit;
    const { verifier } = scene.people;
    const overdue = await anAssessment(site.db, { periodId, teamId, government: '53.71', state: 'submitted' });
    expect(await itemOf(scene.verifier, 'to-verify')).toMatchObject({ count: 2, daysLeft: null });
    await duty(overdue.id, verifier.id, -3);
    const item = await itemOf(scene.verifier, 'to-verify');
    expect(item).toMatchObject({
      count: 2,
      daysLeft: -3,
      first: [
        { assessmentId: overdue.id, own: true, daysLeft: -3, place: 'Pemda 53.71' },
        { assessmentId: scene.unit.id, own: false, daysLeft: null },
      ],
    });
    expect((await todayOf(scene.verifier)).items[0]?.kind).toBe('to-verify');
    await duty(overdue.id, await colleague(), -3);
    expect(await countOf(scene.verifier, 'to-verify')).toBe(1);
    const place = { indicatorId: lastAnswer(scene.answers).indicatorId, subjectId: null, reason: REASON };
    ok(await scene.decide('/return', { points: [place] }));
    expect(await countOf(scene.verifier, 'to-verify')).toBe(0);
  });

  it('is nothing that they collected themself, nor what is assessed a second time or still being planned', async () => {
    await site.db.updateTable('assessment').set({ submitted_by: scene.people.verifier.id }).execute();
    expect(await countOf(scene.verifier, 'to-verify')).toBe(0);
    await site.db.updateTable('assessment').set({ submitted_by: null }).execute();
    expect(await countOf(scene.verifier, 'to-verify')).toBe(1);
    await site.db.updateTable('period').set({ opened_at: null }).execute();
    expect(await countOf(scene.verifier, 'to-verify')).toBe(0);
  });

  it('is a point that the team has answered, until it is settled', async () => {
    const last = lastAnswer(scene.answers);
    const { indicatorId, subjectId } = last;
    const returned = ok(await scene.decide('/return', { points: [{ indicatorId, subjectId: null, reason: REASON }] }));
    expect(await countOf(scene.verifier, 'points-answered')).toBe(0);
    await pushAll(scene.assessor, [
      scene.device.level(scene.unit.id, { indicatorId: indicatorId ?? '', subjectId }, 0, [last.id]),
    ]);
    expect(await itemOf(scene.verifier, 'points-answered')).toMatchObject({
      count: 1,
      first: [{ assessmentId: scene.unit.id, count: 1 }],
    });
    expect((await scene.decide(`/points/${returned.assessment.points[0]!.id}/settle`)).status).toBe(200);
    expect(await countOf(scene.verifier, 'points-answered')).toBe(0);
  });

  it('is a change that came late, until it is decided', async () => {
    const change = scene.device.level(scene.unit.id, { indicatorId: 'penjaminan-mutu' }, 1);
    await pushAll(scene.assessor, [change]);
    expect(await itemOf(scene.verifier, 'late-changes')).toMatchObject({ count: 1, first: [{ count: 1 }] });
    const decided = await scene.decide(`/late/${change.id}`, { decision: 'leave-out', reason: REASON });
    expect(decided.status).toBe(200);
    expect(await countOf(scene.verifier, 'late-changes')).toBe(0);
  });

  it('is a document that the unit sent, until it is looked at; and one that did not come in time', async () => {
    const ask = async (state: 'open' | 'received', days: number) =>
      await sql`
        insert into document_request (id, assessment_id, indicator_id, subject_id, wanted, due_on, token_hash, state,
          requested_by, requested_at)
        values (gen_random_uuid(), ${scene.unit.id}, 'persyaratan', 'unit', 'SK Standar Pelayanan',
          (now() at time zone 'Asia/Makassar')::date + ${days}::integer,
          encode(sha256(gen_random_uuid()::text::bytea), 'hex'), ${state}, ${scene.people.verifier.id}, now())`.execute(
        site.db,
      );
    await ask('open', 0);
    expect(await countOf(scene.verifier, 'documents-overdue')).toBe(0);
    await ask('open', -1);
    await ask('received', 3);
    expect(await itemOf(scene.verifier, 'documents-overdue')).toMatchObject({
      count: 1,
      daysLeft: -1,
      first: [{ detail: 'SK Standar Pelayanan' }],
    });
    expect(await countOf(scene.verifier, 'documents-received')).toBe(1);
    // A unit that is not assessed after all waits for nothing.
    await putInto({ site }, scene.unit.id, 'not-assessed');
    expect((await todayOf(scene.verifier)).items).toEqual([]);
    await putInto({ site }, scene.unit.id, 'submitted');
    await sql`
      update document_request set state = 'accepted', decided_by = requested_by, decided_at = now()`.execute(site.db);
    expect((await todayOf(scene.verifier)).items.map(({ kind }) => kind)).toEqual(['to-verify']);
  });

  it('is a photo that is still on a phone though the unit was handed in, until it arrives', async () => {
    const photo = await aPhoto(21);
    await emptyTables(site.db);
    scene = await aHandedInUnit(site, {
      more: (device, id) => [
        device.change(id, { subjectId: anEvidenceId() }, { field: 'evidence', value: aPhotoPiece(photo.bytes) }),
      ],
    });
    for (const who of [scene.verifier, scene.head]) expect(await countOf(who, 'files-outstanding')).toBe(1);
    await sender(site, scene.assessor).begin(photo, scene.unit.id, photo.bytes);
    expect(await countOf(scene.verifier, 'files-outstanding')).toBe(0);
  });

  it('is a place of which nobody has chosen a value, until somebody does', async () => {
    const helper = await aPerson(site.db, { grants: [grant('enumerator', '53')] });
    const { id } = await anAssessment(site.db, {
      members: [
        { personId: scene.people.assessor.id, role: 'assessor' },
        { personId: helper.id, role: 'enumerator' },
      ],
      government: '53.71',
    });
    const [one, other] = [aDevice(), aDevice()];
    const changes = [
      one.level(id, { indicatorId: 'penjaminan-mutu' }, 1),
      other.level(id, { indicatorId: 'penjaminan-mutu' }, 2),
    ];
    await pushAll(scene.assessor, changes.slice(0, 1));
    await pushAll(await signedIn(site, helper), changes.slice(1));
    expect(await itemOf(scene.head, 'conflicts')).toMatchObject({ count: 1, first: [{ assessmentId: id, count: 1 }] });
    const base = changes.map((change) => change.id);
    await pushAll(scene.assessor, [one.level(id, { indicatorId: 'penjaminan-mutu' }, 1, base)]);
    expect(await countOf(scene.head, 'conflicts')).toBe(0);
  });

  it('is of the own province only', async () => {
    const other = await signedIn(
      site,
      await aPerson(site.db, { grants: [grant('verifier', '19'), grant('head', '19')] }),
    );
    expect(await todayOf(other)).toMatchObject({ items: [], provinces: [] });
  });
});

describe('what a head finds besides', () => {
  it('is what nobody verifies, or not in time', async () => {
    expect(await itemOf(scene.head, 'reviews-late')).toMatchObject({ count: 1, first: [{ detail: null }] });
    expect(await countOf(scene.head, 'to-verify')).toBe(0);
    await duty(scene.unit.id, scene.people.verifier.id, 2);
    expect(await countOf(scene.head, 'reviews-late')).toBe(0);
    await duty(scene.unit.id, scene.people.verifier.id, -1);
    const late = { count: 1, daysLeft: -1, first: [{ detail: scene.people.verifier.name }] };
    expect(await itemOf(scene.head, 'reviews-late')).toMatchObject(late);
  });

  it('is a unit that was verified at the edge of a band, until its result is prepared', async () => {
    const score = async (value: number) => {
      await sql`delete from unit_score`.execute(site.db).catch(() => undefined);
      await sql`
        insert into unit_score (assessment_id, sequence, score, merged, answers_hash, instrument_id, instrument_version,
          instrument_hash, rules, accepted_by, accepted_at)
        select assessment.id, (select count(*) + 1 from unit_score), ${value}, '{}', repeat('a', 64),
          period.instrument_id, period.instrument_version, repeat('b', 64), '1', ${scene.people.verifier.id}, now()
        from assessment join period on period.id = assessment.period_id`.execute(site.db);
    };
    await putInto({ site }, scene.unit.id, 'verified');
    const lower = scene.instrument.rules.bands
      .find(({ kinds }) => kinds.includes('regency'))!
      .bands.find((band) => band.lower > 0)!.lower;
    await score(lower + 201);
    expect(await countOf(scene.head, 'band-edge')).toBe(0);
    await score(lower + 200);
    expect(await itemOf(scene.head, 'band-edge')).toMatchObject({ count: 1, first: [{ assessmentId: scene.unit.id }] });
    await score(lower - 200);
    expect(await countOf(scene.head, 'band-edge')).toBe(1);
    expect(await countOf(scene.verifier, 'band-edge')).toBe(0);
    await sql`
      insert into release (id, period_id, province_code, state, decree_number, decree_date, content, content_hash,
        prepared_by, prepared_at)
      values (gen_random_uuid(), ${scene.unit.periodId}, '53', 'prepared', '1', '2024-11-01', '{}', repeat('c', 64),
        ${scene.people.head.id}, now())`.execute(site.db);
    expect(await countOf(scene.head, 'band-edge')).toBe(0);
  });
});

describe('a unit that is handed in again', () => {
  it('is back on the first page', async () => {
    const place = { indicatorId: lastAnswer(scene.answers).indicatorId, subjectId: null, reason: REASON };
    const returned = ok(await scene.decide('/return', { points: [place] }));
    ok(await scene.decide(`/points/${returned.assessment.points[0]!.id}/settle`));
    expect((await handIn(scene.assessor, scene.unit.id)).status).toBe(200);
    expect(await countOf(scene.verifier, 'to-verify')).toBe(1);
  });
});
