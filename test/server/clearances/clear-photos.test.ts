import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { AssessmentId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod, type TestAssessment } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aSentPhoto, clear, FACE, hashOf, photosOf } from '../../support/clearances.ts';
import { emptyTables } from '../../support/database.ts';
import { pdf, photo } from '../../support/evidence-files.ts';
import { aDocumentPiece, anEvidenceId, aPhotoPiece, aPoint, fileArrived } from '../../support/evidence-pieces.ts';
import { pushAll } from '../../support/assessments.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let assessor: TestPerson;
let team: Client;
let verifier: Client;
let colleague: Client;
let unit: TestAssessment;
let device = aDevice();

beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  device = aDevice();
  assessor = await aPerson(site.db, { name: 'Maria Asesor', grants: [grant('assessor', '53')] });
  team = await signedIn(site, assessor);
  const person = async (name: string) => await aPerson(site.db, { name, grants: [grant('verifier', '53')] });
  verifier = await signedIn(site, await person('Yosef Verifikator'));
  colleague = await signedIn(site, await person('Theresia Verifikator'));
  unit = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
});

async function sent(number: number, wish?: Parameters<typeof aSentPhoto>[3], id: AssessmentId = unit.id) {
  const bytes = await photo(number);
  return await aSentPhoto(site, { team, device, personId: assessor.id, id }, bytes, wish);
}

async function eventsOf(action: string) {
  return await site.db.selectFrom('audit_event').selectAll().where('action', '=', action).execute();
}

describe('the photos of a unit', () => {
  it('stand once each, undecided at first, with the indicators they prove', async () => {
    const first = await sent(1, { points: [aPoint('persyaratan', 'product-1')], caption: 'Papan di loket' });
    const door = await sent(2, { points: [] });
    await pushAll(team, [
      device.change(
        unit.id,
        { subjectId: anEvidenceId() },
        { field: 'evidence', value: aPhotoPiece(await photo(1), { proves: [aPoint('motto', 'product-1')] }) },
      ),
      device.change(unit.id, { subjectId: anEvidenceId() }, { field: 'evidence', value: aPhotoPiece(await photo(9)) }),
    ]);
    const { photos, outstanding } = await photosOf(verifier, unit.id);
    expect(photos.map(({ sha256, clearance }) => [sha256, clearance])).toEqual([
      [first, null],
      [door, null],
    ]);
    expect(photos[0]).toMatchObject({
      caption: 'Papan di loket',
      indicators: [/Persyaratan/, /Motto/].map((name) => expect.stringMatching(name)),
    });
    expect(outstanding).toBe(1);
    expect((await verifier.get(photos[0]!.file.url)).status).toBe(200);
  });

  it('are those that could ever be seen outside: no paper, and nothing gathered for interviews alone', async () => {
    const paper = pdf();
    const change = { field: 'evidence', value: aDocumentPiece(paper) } as const;
    await pushAll(team, [device.change(unit.id, { subjectId: anEvidenceId() }, change)]);
    await fileArrived(site, { assessmentId: unit.id, personId: assessor.id, type: 'application/pdf' }, paper);
    const user = `user-${anEvidenceId().slice('evidence-'.length)}`;
    const ofUser = await sent(3, { points: [aPoint('penundaan-berlarut', user)] });
    expect((await photosOf(verifier, unit.id)).photos).toEqual([]);
    expectProblem(await clear(verifier, unit.id, ofUser), 'not-found');
    const scan = await photo(4);
    const scanned = {
      field: 'evidence',
      value: {
        ...aDocumentPiece(scan),
        file: { sha256: hashOf(scan), size: scan.length, type: 'image/jpeg', originalSha256: hashOf(scan) },
      },
    } as const;
    await pushAll(team, [device.change(unit.id, { subjectId: anEvidenceId() }, scanned)]);
    await fileArrived(site, { assessmentId: unit.id, personId: assessor.id }, scan);
    expectProblem(await clear(verifier, unit.id, hashOf(scan)), 'not-found');
  });

  it('of a second visit are decided about by nobody', async () => {
    const periodId = await aPeriod(site.db, { kind: 'comparison', compares: unit.periodId });
    const members = [{ personId: assessor.id, role: 'assessor' as const }];
    const again = await anAssessment(site.db, { unit: unit.unit, periodId, members });
    const sha256 = await sent(1, {}, again.id);
    expectProblem(await verifier.get(`/api/office/assessments/${again.id}/photos`), 'not-found');
    expectProblem(await clear(verifier, again.id, sha256), 'not-found');
  });
});

describe('deciding what of a photo is seen outside', () => {
  it('keeps who said what, and says it in the audit by counts and hashes', async () => {
    const sha256 = await sent(1);
    expect((await clear(verifier, unit.id, sha256)).body).toMatchObject({
      number: 1,
      areas: [FACE],
      by: 'Yosef Verifikator',
    });
    expect((await clear(colleague, unit.id, sha256, { seen: 1, areas: null })).body).toMatchObject({
      number: 2,
      areas: null,
      by: 'Theresia Verifikator',
    });
    expect((await photosOf(verifier, unit.id)).photos[0]?.clearance).toMatchObject({ number: 2, areas: null });
    const rows = await site.db.selectFrom('photo_clearance').select('number').orderBy('number').execute();
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
    const [cleared] = await eventsOf('photo.cleared');
    expect(cleared?.detail).toEqual({ file: sha256, number: 1, areas: 1 });
    const [withheld] = await eventsOf('photo.withheld');
    expect(withheld?.detail).toEqual({ file: sha256, number: 2 });
    expect(withheld?.before_hash).toBe(cleared?.after_hash);
  });

  it('overwrites nothing that a colleague said meanwhile', async () => {
    const sha256 = await sent(1);
    await clear(colleague, unit.id, sha256, { areas: null });
    for (const seen of [0, 7]) expectProblem(await clear(verifier, unit.id, sha256, { seen }), 'changed-meanwhile');
    expect((await photosOf(verifier, unit.id)).photos[0]?.clearance).toMatchObject({ number: 1, areas: null });
    // Of two at once one is first.
    const both = await Promise.all(
      [verifier, colleague].map(async (client, index) =>
        clear(client, unit.id, sha256, { seen: 1, areas: [{ ...FACE, left: index * 100 }] }),
      ),
    );
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it('may be said again where the answer was lost, and is kept once', async () => {
    const sha256 = await sent(1);
    const first = await clear(verifier, unit.id, sha256);
    expect((await clear(verifier, unit.id, sha256)).body).toEqual(first.body);
    expect(await eventsOf('photo.cleared')).toHaveLength(1);
  });

  it('takes only areas that lie in the picture, and photos that the unit has', async () => {
    const sha256 = await sent(1);
    for (const area of [
      { ...FACE, left: 9_000 },
      { ...FACE, width: 0 },
      { ...FACE, top: -1 },
      { ...FACE, height: 1.5 },
    ]) {
      expectProblem(await clear(verifier, unit.id, sha256, { areas: [area] }), 'invalid-request');
    }
    const many = Array.from({ length: 41 }, () => FACE);
    expectProblem(await clear(verifier, unit.id, sha256, { areas: many }), 'invalid-request');
    expectProblem(await clear(verifier, unit.id, 'ab'.repeat(32)), 'not-found');
    const other = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
    expectProblem(await clear(verifier, other.id, sha256), 'not-found');
  });
});
