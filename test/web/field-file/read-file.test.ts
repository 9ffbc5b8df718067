import type { FieldFile } from '@patuh/shared/contracts/field-files';
import { TeamId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import { readFieldFile } from '../../../web/src/platform/field-file/read-file.ts';
import { OTHER_CUSTODY } from '../../support/custody.ts';
import { anEdit, uuid } from '../field/examples.ts';
import { keysFor, MARIA, mariasFile, OTHER_TEAM, TEAM, YOSEF } from './people.ts';

const yosefs = keysFor(YOSEF.personId);
const read = async (file: unknown, keys = yosefs) => await readFieldFile(JSON.stringify(file), keys);

/** The file after somebody turned one bit of those entries. */
function damaged(file: FieldFile, ...places: readonly number[]): FieldFile {
  const entries = file.entries.map((entry, index) => {
    if (!places.includes(index)) return entry;
    const bytes = Buffer.from(entry.sealed, 'base64');
    bytes.writeUInt8(bytes.readUInt8(15) ^ 1, 15);
    return { ...entry, sealed: bytes.toString('base64') };
  });
  return { ...file, entries };
}

describe('a file that a colleague hands over', () => {
  it('is opened by a phone of the same team, with the name of who entered it', async () => {
    const file = await mariasFile();
    const opened = [anEdit(1), anEdit(2)].map((edit) => ({ author: MARIA, edit }));
    expect(await read(file)).toEqual({ kind: 'read', file, opened, damaged: 0, forOurOffice: true });
  });

  it('is carried closed by everybody else: another team, or a phone without keys', async () => {
    const file = await mariasFile();
    for (const keys of [keysFor(YOSEF.personId, [OTHER_TEAM]), keysFor(YOSEF.personId, [])]) {
      expect(await read(file, keys)).toMatchObject({ kind: 'read', file, opened: null });
    }
    expect(await readFieldFile(JSON.stringify(file), undefined)).toMatchObject({ kind: 'read', opened: null });
  });

  it('is locked only for teams whose units are in it', async () => {
    const { locks } = await mariasFile();
    expect(locks.teams.map(({ teamId }) => teamId)).toEqual([TEAM]);
  });

  it('of another office is recognised before it is carried in vain', async () => {
    const keys = keysFor(YOSEF.personId, [TEAM], OTHER_CUSTODY);
    expect(await read(await mariasFile(), keys)).toMatchObject({ kind: 'read', forOurOffice: false });
  });

  it('loses only what was damaged on the way', async () => {
    const file = damaged(await mariasFile([anEdit(1), anEdit(2), anEdit(3)]), 1);
    const answer = await read(file);
    expect(answer).toMatchObject({ kind: 'read', damaged: 1 });
    expect(answer.kind === 'read' && answer.opened?.map(({ edit }) => edit)).toEqual([anEdit(1), anEdit(3)]);
  });
});

describe('a file that cannot be passed on', () => {
  const refused = (why: string) => ({ kind: 'refused', why });

  it('is called damaged where it was cut off anywhere, or nothing in it opens', async () => {
    const text = JSON.stringify(await mariasFile());
    for (const length of [40, 200, text.length - 1]) {
      expect(await readFieldFile(text.slice(0, length), yosefs)).toEqual(refused('damaged'));
    }
    expect(await read(damaged(await mariasFile(), 0, 1))).toEqual(refused('damaged'));
    expect(await read({ ...(await mariasFile()), entries: [] })).toEqual(refused('damaged'));
  });

  it('is called too new where an app of a later version made it', async () => {
    expect(await read({ ...(await mariasFile()), format: 'patuh-field-file/2' })).toEqual(refused('too-new'));
  });

  it('is called foreign where it is something else', async () => {
    for (const text of ['', 'Halo', '[]', 'null', '{"format":"lain/1"}', '%PDF-1.7', '{"format":']) {
      expect(await readFieldFile(text, yosefs)).toEqual(refused('foreign'));
    }
  });

  it('does not open with a key of the team that was put under another name', async () => {
    const file = await mariasFile();
    const teamId = TeamId.parse(uuid(33));
    const renamed = { ...file, locks: { ...file.locks, teams: file.locks.teams.map((lock) => ({ ...lock, teamId })) } };
    expect(await read(renamed, keysFor(YOSEF.personId, [teamId]))).toMatchObject({ kind: 'read', opened: null });
  });
});
