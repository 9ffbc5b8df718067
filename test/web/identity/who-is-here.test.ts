// oxlint-disable-next-line import/no-unassigned-import -- the classes of a database, as browsers have them
import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished } from 'vitest';

import { here, look } from '../../../web/src/platform/identity/who-is-here.ts';
import { newDataKey } from '../../../web/src/platform/vault/data-key.ts';
import { ANI, YOSEF } from './phone.ts';

/** A private folder with one file, which another tab is just writing: Chrome refuses to read it then. */
function aFolderBeingWritten(): void {
  const file = { text: async () => await Promise.reject(new DOMException('Changed meanwhile', 'NotReadableError')) };
  const folder = {
    keys: () => [`${YOSEF.personId}.1`].values(),
    getFileHandle: async () => await Promise.resolve({ getFile: async () => await Promise.resolve(file) }),
  };
  const root = { getDirectoryHandle: async () => await Promise.resolve(folder) };
  const storage = { getDirectory: async () => await Promise.resolve(root) };
  const before = Object.getOwnPropertyDescriptor(navigator, 'storage');
  Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(navigator, 'storage');
    else Object.defineProperty(navigator, 'storage', before);
  });
}

describe('who works on a device', () => {
  it('is asked also while another tab writes the second copy of somebody', async () => {
    const custody = { keyId: 'ab'.repeat(32), wrapped: 'AAAA' };
    await here.admit({ person: ANI, pin: '481516', bytes: newDataKey(), custody });
    aFolderBeingWritten();
    const found = await look();
    expect([found.keeping, found.people.map(({ name }) => name)]).toEqual(['keeps', [ANI.name]]);
  });
});
