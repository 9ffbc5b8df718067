import { openEntries } from '@patuh/server/features/field-files/open-entries';
import { unseal } from '@patuh/server/platform/custody/unseal';
import { FieldFile } from '@patuh/shared/contracts/field-files';
import { Edit } from '@patuh/shared/domain/change';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lockedFileOf } from '../../../web/src/platform/field-file/make-file.ts';
import { lockForOffice } from '../../../web/src/platform/vault/custody.ts';
import { newDataKey, openVault } from '../../../web/src/platform/vault/data-key.ts';
import { seal, sealingKey, toBase64 } from '../../../web/src/platform/vault/seal.ts';
import { proofOf } from '@patuh/shared/sync/proof';
import { OTHER_CUSTODY, TEST_CUSTODY } from '../../support/custody.ts';
import { anEdit } from '../field/examples.ts';
import { keysFor, MARIA, mariasFile, NOW, numbered, YOSEF } from './people.ts';

/** What the office makes of a file, by the code that serves it. */
async function openedByOffice(file: FieldFile, author = MARIA.personId) {
  const key = TEST_CUSTODY.openLock(file.locks.office, author);
  if (key === undefined) return undefined;
  return await openEntries(file.entries, { key, author, authorKeys: TEST_CUSTODY.authorKeys(author) });
}

const note = (text: string): Edit => anEdit(7, { entry: { field: 'note', value: text } });

describe('what a phone seals', () => {
  it('is opened by the office, whatever stands in it, and a changed bit is noticed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(), async (content, at) => {
        const bytes = newDataKey();
        const sealed = Buffer.from(await seal(await sealingKey(bytes), Uint8Array.from(content)));
        expect(unseal(bytes, sealed)).toEqual(Buffer.from(content));
        const place = at % sealed.length;
        sealed.writeUInt8(sealed.readUInt8(place) ^ 1, place);
        expect(unseal(bytes, sealed)).toBeUndefined();
        expect(unseal(bytes, sealed.subarray(0, at % 28))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('locked for the office, is given back to the same person only, by that office only', async () => {
    const bytes = newDataKey();
    const lock = await lockForOffice(bytes, MARIA.personId, TEST_CUSTODY.publicKey);
    expect(TEST_CUSTODY.openLock(lock, MARIA.personId)).toEqual(bytes);
    expect(TEST_CUSTODY.openLock(lock, YOSEF.personId)).toBeUndefined();
    expect(OTHER_CUSTODY.openLock(lock, MARIA.personId)).toBeUndefined();
  });
});

describe('a file made on a phone', () => {
  it('is one that the contract takes, and the office finds every edit in it as it was entered', async () => {
    const edits = [anEdit(1), note('Loket “B” tutup – petugas sakit 🌊'), note('  dengan spasi di ujung ')];
    const file = FieldFile.parse(JSON.parse(JSON.stringify(await mariasFile(edits))));
    const opened = await openedByOffice(file);
    expect(opened?.flawed).toEqual([]);
    // The schema trims what people type; the proof is of what was typed.
    expect(opened?.changes.map(({ deviceId: _device, seq: _seq, ...edit }) => edit)).toEqual(
      edits.map((edit) => Edit.parse(edit)),
    );
  });

  it('has a key of its own: two files of the same answers have not a line in common', async () => {
    const [one, two] = [await mariasFile(), await mariasFile()];
    const lines = (file: FieldFile): string[] => [
      file.id,
      file.locks.office.wrapped,
      ...file.locks.teams.map(({ sealed }) => sealed),
      ...file.entries.map(({ sealed }) => sealed),
    ];
    expect(lines(one).filter((line) => lines(two).includes(line))).toEqual([]);
  });

  it('says nothing of what was entered to whoever finds it', async () => {
    const secret = 'Kepala loket meminta uang';
    const text = JSON.stringify(await mariasFile([note(secret)]));
    expect(text).not.toContain(secret);
    expect(text).not.toContain('note');
  });
});

describe('a file out of a store that nobody can open', () => {
  it('is opened by the office all the same', async () => {
    const bytes = newDataKey();
    const custody = await lockForOffice(bytes, MARIA.personId, TEST_CUSTODY.publicKey);
    const vault = await openVault(MARIA.personId, bytes, custody);
    const author = Buffer.from(keysFor(MARIA.personId).author, 'base64');
    const changes = numbered([anEdit(1), anEdit(2)]);
    const rows = await Promise.all(
      changes.map(async ({ deviceId, seq, ...edit }) => {
        const proof = toBase64(proofOf(author, MARIA.personId, edit));
        return { deviceId, seq, sealed: await vault.seal(JSON.stringify({ edit, proof })) };
      }),
    );
    const file = FieldFile.parse(lockedFileOf({ ...MARIA, custody, rows }, NOW));
    expect((await openedByOffice(file))?.changes).toEqual(changes);
    expect(file.locks.teams).toEqual([]);
  });
});
