import { expect, it } from 'vitest';

import { anEdit, answered, aPull, changeId, personId } from '../examples.ts';
import { phoneDisk } from './disk.ts';

it('what a server out of a backup does not have any more lies in both places again', async () => {
  const disk = phoneDisk(1, personId(1));
  disk.use();
  const first = await disk.open();
  const { change } = await first.put(anEdit(1));
  await first.settle(answered([change], 'applied'));
  await first.takePull(aPull({ covered: [change.id] }));
  first.close();
  await disk.lose('second copy');
  // What the server has is not copied anew.
  const second = await disk.open();
  await second.takePull(aPull({ taken: [{ deviceId: change.deviceId, lastSeq: 0 }] }));
  expect((await second.outbox(500)).map(({ id }) => id)).toEqual([changeId(1)]);
  second.close();
  await disk.lose('database');
  const third = await disk.open();
  expect((await third.outbox(500)).map(({ id }) => id)).toEqual([changeId(1)]);
  third.close();
});
