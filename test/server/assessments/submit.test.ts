import type { Finding } from '@patuh/shared/contracts/checks';
import type { Change } from '@patuh/shared/domain/change';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { handIn, HEALTH, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, fullAnswers, type TestDevice } from '../../support/changes.ts';
import { aField, type Field, putInto } from '../../support/field.ts';
import { aPerson, type Answer, expectProblem, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let device: TestDevice;
let all: readonly Change[];
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  device = aDevice();
  all = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: field.unit.id, device });
});

const submit = async (manifest: object, client = field.phone): Promise<Answer> =>
  await client.post(`/api/assessments/${field.unit.id}/submission`, manifest);
const manifest = async () => {
  const { version, answersHash } = await pulled(field.phone, field.unit.id);
  return { version, answersHash, evidence: [] as string[] };
};
const events = async () =>
  await site.db.selectFrom('audit_event').selectAll().where('action', '=', 'assessment.submitted').execute();

describe('handing in', () => {
  it('is refused with the exact list of what is missing, then accepted', async () => {
    const left = all.findLastIndex(({ entry }) => entry.field === 'answer');
    const missing = all[left]!;
    await pushAll(
      field.phone,
      all.toSpliced(left, 1).map((change, index) => ({ ...change, seq: index + 1 })),
    );
    const refused = await handIn(field.phone, field.unit.id);
    expectProblem(refused, 'assessment-incomplete');
    const findings = refused.body.findings as readonly Finding[];
    expect(findings).toMatchObject([
      {
        weight: 'blocks',
        kind: 'missing-answer',
        indicatorId: missing.indicatorId,
        subjectId: missing.subjectId,
      },
    ]);
    expect((await pulled(field.phone, field.unit.id)).state).toBe('in-progress');
    expect(await events()).toEqual([]);

    await pushAll(field.phone, [{ ...missing, seq: all.length }]);
    const accepted = await handIn(field.phone, field.unit.id);
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({ id: field.unit.id, state: 'submitted', submittedAt: expect.any(String) });
    expect(await events()).toMatchObject([
      {
        office: '53',
        actor: field.maria.id,
        subject_id: field.unit.id,
        after_hash: accepted.body.answersHash,
        detail: { from: 'in-progress', to: 'submitted', version: accepted.body.version },
      },
    ]);
  });

  it('lists everything that is missing of a unit nobody has begun', async () => {
    const refused = await handIn(field.phone, field.unit.id);
    expectProblem(refused, 'assessment-incomplete');
    const kinds = (refused.body.findings as readonly Finding[]).map(({ kind }) => kind);
    expect(kinds).toContain('too-few-users');
    // 6 × 4 officers, 9 of the unit, 11 × 2 products, 6 × 2 complaint officers; no user has been added yet.
    expect(kinds.filter((kind) => kind === 'missing-answer')).toHaveLength(24 + 9 + 22 + 12);
  });

  it('is refused while nobody has said a word to what a verifier would ask, and names each of it', async () => {
    const silent = all.filter(({ entry }) => entry.field !== 'explanations');
    await pushAll(
      field.phone,
      silent.map((change, index) => ({ ...change, seq: index + 1 })),
    );
    const refused = await handIn(field.phone, field.unit.id);
    expectProblem(refused, 'assessment-incomplete');
    const findings = refused.body.findings as readonly Finding[];
    expect(new Set(findings.map(({ weight }) => weight))).toEqual(new Set(['warns']));
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(
      new Set(['missing-evidence', 'answers-alike', 'visit-not-recorded']),
    );
    // Every question with a claim that the rubric wants shown.
    const shown = findings.filter(({ kind }) => kind === 'missing-evidence');
    expect(shown).toContainEqual(expect.objectContaining({ evidenceKind: 'photo', subjectId: 'unit' }));
    expect((await pulled(field.phone, field.unit.id)).state).toBe('in-progress');

    // One that is left out is asked about, and it alone.
    const said = all.filter(({ entry }) => entry.field === 'explanations');
    const [last, ...others] = said.toReversed();
    await pushAll(
      field.phone,
      others.map((change, index) => ({ ...change, seq: silent.length + index + 1 })),
    );
    const again = await handIn(field.phone, field.unit.id);
    expectProblem(again, 'assessment-incomplete');
    const left = again.body.findings as readonly Finding[];
    expect(left.map(({ indicatorId, subjectId }) => [indicatorId, subjectId ?? 'unit'])).toEqual(
      left.map(() => [last!.indicatorId, last!.subjectId]),
    );
    await pushAll(field.phone, [{ ...last!, seq: all.length }]);
    expect((await handIn(field.phone, field.unit.id)).status).toBe(200);
  });

  it('tells no score and no zone, in no answer to the field', async () => {
    await pushAll(field.phone, all);
    const bodies = [await pulled(field.phone, field.unit.id), (await handIn(field.phone, field.unit.id)).body];
    for (const body of bodies) expect(JSON.stringify(body)).not.toMatch(/"(?:score|zone|points?Text|merged)"/);
  });

  it('is refused while the phone has not seen what came from another, and names the places', async () => {
    await pushAll(field.phone, all);
    const before = await manifest();
    const first = all.find(({ indicatorId, subjectId }) => indicatorId === 'persyaratan' && subjectId === 'product-2')!;
    await pushAll(field.helper, [
      aDevice().change(
        field.unit.id,
        { indicatorId: 'persyaratan', subjectId: 'product-2' },
        { field: 'note', value: 'Hanya di loket' },
        [],
      ),
    ]);
    const refused = await submit(before);
    expectProblem(refused, 'manifest-differs');
    expect(refused.body.blockers).toEqual([expect.stringMatching(/^Persyaratan.* · produk layanan 2 · catatan$/)]);
    expect(first).toBeDefined();
    expect((await submit(await manifest())).status).toBe(200);
  });

  it('is refused while the phone holds answers or evidence that the server has not', async () => {
    await pushAll(field.phone, all);
    const right = await manifest();
    const other = 'a'.repeat(64);
    const unsent = await submit({ ...right, answersHash: other });
    expectProblem(unsent, 'manifest-differs');
    expect(unsent.body.blockers).toEqual(['Perangkat memiliki jawaban yang belum ada di server']);
    const photo = await submit({ ...right, evidence: [other] });
    expectProblem(photo, 'manifest-differs');
    expect(photo.body.blockers).toEqual([`Bukti ${other} belum tercatat di server`]);
    const ahead = await submit({ ...right, version: right.version + 1 });
    expectProblem(ahead, 'manifest-differs');
    expect(ahead.body.blockers).toEqual([`Versi ${right.version + 1} di perangkat, versi ${right.version} di server`]);
  });

  it('belongs to the assessor of the team alone', async () => {
    await pushAll(field.phone, all);
    const right = await manifest();
    expectProblem(await submit(right, field.helper), 'not-permitted');
    const colleague = await signedIn(site, await aPerson(site.db, { grants: [grant('assessor', '53')] }));
    expectProblem(await submit(right, colleague), 'not-found');
    const both = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    await site.db
      .insertInto('team_member')
      .values({ team_id: field.unit.teamId, person_id: both.id, role: 'enumerator' })
      .execute();
    expectProblem(await submit(right, await signedIn(site, both)), 'not-permitted');
    expect((await pulled(field.phone, field.unit.id)).state).toBe('in-progress');
  });

  it('happens once: of ten at the same moment one is accepted', async () => {
    await pushAll(field.phone, all);
    const right = await manifest();
    const replies = await Promise.all(Array.from({ length: 10 }, async () => await submit(right)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await events()).toHaveLength(1);
  });

  it.each(['submitted', 'verified', 'not-assessed'] as const)('is refused of a unit that is %s', async (state) => {
    await pushAll(field.phone, all);
    await putInto(field, field.unit.id, state);
    expectProblem(await handIn(field.phone, field.unit.id), 'assessment-not-open');
  });

  it.each([
    [{}, 'body.version'],
    [{ version: 1, answersHash: 'x', evidence: [] }, 'body.answersHash'],
    [{ version: 1.5, answersHash: 'a'.repeat(64), evidence: [] }, 'body.version'],
    [{ version: 1, answersHash: 'a'.repeat(64), evidence: [], state: 'verified' }, 'body'],
  ])('refuses what is no manifest: %j', async (body, place) => {
    const refused = await submit(body);
    expectProblem(refused, 'invalid-request');
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toContain(place);
  });
});
