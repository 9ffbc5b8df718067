import { expect, it } from 'vitest';

import type { Change } from '@patuh/shared/domain/change';

import { anEdit, answered, aPull, changeId, personId } from '../examples.ts';
import { phoneDisk } from './disk.ts';

/** From so many on, the second copy lets go of what the server has. */
const A_GOOD_DEAL = 500;

async function aPhoneThatSent(count: number) {
  const disk = phoneDisk(1, personId(1));
  disk.use();
  const store = await disk.open();
  const sent: Change[] = [];
  for (let n = 1; n <= count; n += 1) sent.push((await store.put(anEdit(n))).change);
  await store.settle(answered(sent, 'applied'));
  await store.takePull(aPull({ covered: sent.map(({ id }) => id) }));
  store.close();
  return { disk, deviceId: sent[0]!.deviceId };
}

it('what a server out of a backup does not have any more lies in both places again', async () => {
  const { disk, deviceId } = await aPhoneThatSent(A_GOOD_DEAL);
  const store = await disk.open();
  await store.takePull(aPull({ taken: [{ deviceId, lastSeq: A_GOOD_DEAL - 1 }] }));
  expect((await store.outbox(500)).map(({ id }) => id)).toEqual([changeId(A_GOOD_DEAL)]);
  store.close();
  await disk.lose('database');
  const last = await disk.open();
  expect((await last.outbox(500)).map(({ id }) => id)).toEqual([changeId(A_GOOD_DEAL)]);
  last.close();
});

it('what the server has lies in both places of a phone again, also when nothing was heard of its backup yet', async () => {
  const { disk } = await aPhoneThatSent(1);
  await disk.lose('second copy');
  (await disk.open()).close();
  await disk.lose('database');
  const last = await disk.open();
  expect((await last.outbox(500)).map(({ id }) => id)).toEqual([changeId(1)]);
  last.close();
});
