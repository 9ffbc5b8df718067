import { randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import type { TeamDevice } from '@patuh/shared/contracts/assessments';
import type { FieldFile, FileOutcome } from '@patuh/shared/contracts/field-files';
import type { Change } from '@patuh/shared/domain/change';
import { PersonId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, type TestDevice } from '../../support/changes.ts';
import { OTHER_CUSTODY } from '../../support/custody.ts';
import { aFieldFile, provenEdit } from '../../support/field-files.ts';
import { aField, type Field, putInto } from '../../support/field.ts';
import { aPerson, type Answer, type Client, grant, signedIn } from '../../support/people.ts';
import { aPull } from '../../support/pulls.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let device: TestDevice;
let office: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  device = aDevice();
  office = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '19')], name: 'Theresia' }));
});

const PLACES = ['penjaminan-mutu', 'kecukupan-pelaksana', 'frekuensi-pengawasan-internal'] as const;

/** So many answers that Maria entered, one after the other. */
function entered(count: number): Change[] {
  return Array.from({ length: count }, (_, index) =>
    device.level(field.unit.id, { indicatorId: PLACES[index % PLACES.length]! }, index % 3),
  );
}

const bring = async (file: FieldFile, who: Pick<Client, 'post'> = office): Promise<Answer> =>
  await who.post('/api/field-files', file);
const outcome = async (file: FieldFile, who?: Pick<Client, 'post'>): Promise<FileOutcome> => {
  const { status, body } = await bring(file, who);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body as FileOutcome;
};
const NOTHING: FileOutcome = { stored: 0, already: 0, conflicts: 0, late: 0, refused: 0, held: 0 };

const history = async () =>
  await site.db.selectFrom('answer_change').select(['id', 'person_id', 'seq']).orderBy('seq').execute();
const teamDevices = async (): Promise<readonly TeamDevice[]> =>
  (await field.helper.get(`/api/assessments/${field.unit.id}/devices`)).body.devices;
const apart = async () =>
  await site.db.selectFrom('quarantined_entry').select(['reason', 'brought_by', 'author_id', 'seq']).execute();

/** The file after somebody turned one bit of that entry. */
function damaged(file: FieldFile, index: number): FieldFile {
  const entries = file.entries.map((entry, at) => {
    if (at !== index) return entry;
    const bytes = Buffer.from(entry.sealed, 'base64');
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    return { ...entry, sealed: bytes.toString('base64') };
  });
  return { ...file, entries };
}

describe('a file of unsent answers', () => {
  it('is stored as its author’s, whoever brings it, who learns nothing but counts', async () => {
    const changes = entered(3);
    const reply = await bring(aFieldFile({ author: field.maria, changes }));
    expect(reply.body).toEqual({ ...NOTHING, stored: 3 });
    expect(await history()).toEqual(changes.map(({ id, seq }) => ({ id, seq, person_id: field.maria.id })));
    const { cells } = await pulled(field.helper, field.unit.id);
    expect(cells.map(({ current }) => current.by)).toEqual(['Maria', 'Maria', 'Maria']);
  });

  it('is told in the audit with who brought it and whose it is', async () => {
    const file = aFieldFile({ author: field.maria, changes: entered(2) });
    await outcome(file, field.helper);
    const events = await site.db.selectFrom('audit_event').selectAll().orderBy('sequence').execute();
    expect(events).toMatchObject([
      { office: '53', actor: field.maria.id, action: 'answers.pushed' },
      {
        office: '53',
        actor: field.yosef.id,
        action: 'field-file.taken',
        subject_id: file.id,
        detail: { author: field.maria.id, stored: 2, already: 0 },
      },
    ]);
  });

  it('comes any number of times, in whatever order, and is stored once', async () => {
    const changes = entered(4);
    const early = aFieldFile({ author: field.maria, changes: changes.slice(0, 3) });
    const all = aFieldFile({ author: field.maria, changes });
    expect(await outcome(all)).toEqual({ ...NOTHING, stored: 4 });
    expect(await outcome(early, field.helper)).toEqual({ ...NOTHING, already: 3 });
    expect(await outcome({ ...all, entries: all.entries.toReversed() })).toEqual({ ...NOTHING, already: 4 });
    expect(await history()).toHaveLength(4);
  });

  it('meets the phone itself on the way without storing anything twice', async () => {
    const changes = entered(6);
    const file = aFieldFile({ author: field.maria, changes });
    const [, , ...told] = await Promise.all([
      pushAll(field.phone, changes.slice(0, 3)),
      outcome(file),
      outcome(file, field.helper),
      pushAll(field.phone, changes),
    ]);
    expect(told).toHaveLength(2);
    expect((await history()).map(({ id }) => id)).toEqual(changes.map(({ id }) => id));
    expect((await pushAll(field.phone, changes)).map((answer) => answer.outcome)).toEqual(
      changes.map(() => 'duplicate'),
    );
  });

  it('that only a part of is left of is stored all the same, and what the phone sends later is known', async () => {
    const changes = entered(5);
    const rest = aFieldFile({ author: field.maria, changes: changes.slice(2) });
    expect(await outcome(rest)).toEqual({ ...NOTHING, stored: 3, held: 3 });
    expect(await outcome(rest)).toEqual({ ...NOTHING, already: 3, held: 3 });
    const told = await pushAll(field.phone, [...changes, ...entered(1)]);
    expect(told.map((answer) => answer.outcome)).not.toContain('held');
    expect(told.map((answer) => answer.outcome)).not.toContain('refused');
    expect(new Set((await history()).map(({ id }) => id)).size).toBe(6);
    expect(await outcome(rest)).toEqual({ ...NOTHING, already: 3 });
  });

  it('that only a part is left of makes no device that nobody has and everybody waits for', async () => {
    const changes = entered(5);
    await outcome(aFieldFile({ author: field.maria, changes: changes.slice(2) }));
    expect(await teamDevices()).toMatchObject([{ id: device.id, lastEditAt: expect.any(String) }]);
    // Nor after the phone began to number anew: what came in the file is work of the same store.
    const now = aDevice();
    await field.phone.post('/api/sync/pull', aPull({ device: now.id, earlier: [device.id] }));
    expect(await teamDevices()).toMatchObject([{ id: now.id, lastEditAt: expect.any(String) }]);
    await outcome(aFieldFile({ author: field.maria, changes: changes.slice(3) }));
    expect(await teamDevices()).toMatchObject([{ id: now.id }]);
  });

  it('tells of what differs from a colleague and of what came after handing in', async () => {
    const place = { indicatorId: PLACES[0] };
    await pushAll(field.helper, [aDevice().level(field.unit.id, place, 1)]);
    const differs = aFieldFile({ author: field.maria, changes: [device.level(field.unit.id, place, 2)] });
    expect(await outcome(differs)).toEqual({ ...NOTHING, stored: 1, conflicts: 1 });
    await putInto(field, field.unit.id, 'submitted');
    const late = aFieldFile({ author: field.maria, changes: [device.level(field.unit.id, place, 0)] });
    expect(await outcome(late)).toEqual({ ...NOTHING, stored: 1, late: 1 });
    expect(await outcome(late)).toEqual({ ...NOTHING, already: 1 });
  });

  it('of somebody who never had the unit is kept with the reason, and is nobody’s answer', async () => {
    await site.db.deleteFrom('team_member').where('person_id', '=', field.maria.id).execute();
    const changes = entered(2);
    expect(await outcome(aFieldFile({ author: field.maria, changes }))).toEqual({ ...NOTHING, refused: 2 });
    const kept = await site.db.selectFrom('quarantined_change').select(['id', 'reason']).execute();
    expect(kept.map(({ id }) => id).toSorted()).toEqual(changes.map(({ id }) => id).toSorted());
    expect(await history()).toEqual([]);
  });
});

describe('whoever carries a file', () => {
  it('cannot write in somebody else’s name: only the author’s key proves an edit', async () => {
    const [mine] = entered(1);
    const forged = aFieldFile({ author: field.maria, changes: [mine!], provenBy: field.yosef.id });
    expect(await outcome(forged, field.helper)).toEqual({ ...NOTHING, refused: 1 });
    expect(await history()).toEqual([]);
    expect(await apart()).toEqual([
      { reason: 'wrong-proof', brought_by: field.yosef.id, author_id: field.maria.id, seq: 1 },
    ]);
    // Nothing of it stands in the way of what Maria really sends.
    expect((await pushAll(field.phone, [mine!])).map((answer) => answer.outcome)).toEqual(['applied']);
  });

  it('cannot put another answer behind a proof', async () => {
    const [first] = entered(1);
    const other = { ...first!, entry: { field: 'answer', value: { kind: 'level', level: 3 } } } as const;
    const content = (): unknown => ({ ...provenEdit({ author: field.maria }, first!), edit: withoutNumber(other) });
    const forged = aFieldFile({ author: field.maria, changes: [first!], content });
    expect(await outcome(forged)).toEqual({ ...NOTHING, refused: 1 });
    expect(await apart()).toMatchObject([{ reason: 'wrong-proof' }]);
  });

  it('keeps nothing out by numbering anew what they carry', async () => {
    const changes = entered(3);
    const file = aFieldFile({ author: field.maria, changes });
    await pushAll(field.phone, [changes[0]!]);
    const [first, second, third] = file.entries;
    const shifted = { ...file, entries: [first!, { ...second!, seq: 1 }, { ...third!, seq: 900 }] };
    expect(await outcome(shifted)).toEqual({ ...NOTHING, stored: 2, already: 1, held: 2 });
    expect((await pushAll(field.phone, changes)).map((answer) => answer.outcome)).toEqual(
      changes.map(() => 'duplicate'),
    );
  });

  it('loses of a damaged file only what is damaged', async () => {
    const changes = entered(4);
    const file = damaged(aFieldFile({ author: field.maria, changes }), 1);
    expect(await outcome(file)).toEqual({ ...NOTHING, stored: 3, refused: 1, held: 2 });
    expect(await apart()).toEqual([
      { reason: 'broken-seal', brought_by: expect.any(String), author_id: field.maria.id, seq: 2 },
    ]);
    await outcome(file);
    expect(await apart()).toHaveLength(1);
    expect((await pushAll(field.phone, changes)).map((answer) => answer.outcome)).not.toContain('refused');
    expect(new Set((await history()).map(({ id }) => id))).toEqual(new Set(changes.map(({ id }) => id)));
  });

  it('brings what is no edit at all, and it is kept apart', async () => {
    const file = aFieldFile({ author: field.maria, changes: entered(2), content: () => ({ edit: {}, proof: 'x' }) });
    expect(await outcome(file)).toEqual({ ...NOTHING, refused: 2 });
    expect((await apart()).map(({ reason }) => reason)).toEqual(['wrong-shape', 'wrong-shape']);
  });

  it('fills no disk with rubbish: of one carrier only so much is kept', async () => {
    const [change] = entered(1);
    const rubbish = Array.from({ length: 2_050 }, (_, index) => ({ ...change!, seq: index + 1 }));
    const file = aFieldFile({ author: field.maria, changes: rubbish, content: () => randomBytes(8).toString('hex') });
    expect(await outcome(file)).toEqual({ ...NOTHING, refused: 2_050 });
    expect(await apart()).toHaveLength(2_000);
  });
});

describe('a file that nobody can open here', () => {
  const unreadable = async (file: FieldFile): Promise<unknown> => {
    const { status, body } = await bring(file);
    expect({ status, code: body.code as string }).toEqual({ status: 422, code: 'field-file-unreadable' });
    expect([await history(), await apart()]).toEqual([[], []]);
    return body;
  };

  it('is refused as a whole: of another installation, locked for somebody else, or of nobody', async () => {
    const changes = entered(2);
    const author = field.maria;
    const answers = [
      await unreadable(aFieldFile({ author, changes, custody: OTHER_CUSTODY })),
      await unreadable(aFieldFile({ author, changes, lockedFor: field.yosef.id })),
      await unreadable(aFieldFile({ author: { id: PersonId.parse(randomUUID()), name: 'Tidak ada' }, changes })),
      await unreadable(damaged(damaged(aFieldFile({ author, changes }), 0), 1)),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('is an invalid request where it is cut off or of another format', async () => {
    const file = aFieldFile({ author: field.maria, changes: entered(1) });
    for (const wrong of [
      { ...file, entries: [] },
      { ...file, format: 'patuh-field-file/2' },
      { format: file.format },
    ]) {
      expect((await office.post('/api/field-files', wrong)).body).toMatchObject({ code: 'invalid-request' });
    }
  });
});

describe('a file larger than any season', () => {
  it('is refused before anything in it is opened', async () => {
    const file = aFieldFile({ author: field.maria, changes: entered(1) });
    const many = { ...file, entries: Array.from({ length: 20_001 }, () => ({ ...file.entries[0]!, sealed: 'AAAA' })) };
    expect((await bring(many)).body).toMatchObject({ code: 'invalid-request' });
    expect((await bring(heavy(file))).body).toMatchObject({ code: 'request-too-large' });
    expect([await history(), await apart()]).toEqual([[], []]);
  });

  it('is refused also where it travels as next to nothing: nobody fills the memory with a few bytes', async () => {
    const file = aFieldFile({ author: field.maria, changes: entered(1) });
    const closed = gzipSync(JSON.stringify(heavy(file)));
    expect(closed.length).toBeLessThan(20_000);
    const headers = {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      authorization: `Bearer ${office.accessToken}`,
    };
    const reply = await site.app.inject({ method: 'POST', url: '/api/field-files', headers, payload: closed });
    expect(reply.json()).toMatchObject({ code: 'request-too-large' });
  });
});

/** Ten times what a phone puts into one request. */
function heavy(file: FieldFile): FieldFile {
  const sealed = 'A'.repeat(32_768);
  return { ...file, entries: Array.from({ length: 80 }, () => ({ ...file.entries[0]!, sealed })) };
}

function withoutNumber({ seq: _seq, deviceId: _deviceId, ...edit }: Change): Omit<Change, 'seq' | 'deviceId'> {
  return edit;
}
