import type { Change, Edit } from '@patuh/shared/domain/change';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { expect } from 'vitest';

import type { After } from './season.ts';

/** What must hold after every season. */

function editOf({ id, assessmentId, indicatorId, subjectId, entry, base, madeAt }: Change): Edit {
  return { id, assessmentId, indicatorId, subjectId, entry, base, madeAt };
}

const lines = (edits: readonly (readonly [string, Edit])[]): readonly string[] =>
  edits.map(([by, edit]) => `${by} ${canonicalText(edit)}`).toSorted();

/** Everything that was called saved is stored, once, as it was entered and as its author’s. Answers with how many are not. */
export async function expectNothingLost(
  { far, phones, drowned, inFiles }: After,
  lost: (count: number) => void,
): Promise<void> {
  const stored = (await far.stored()).map(({ change, by }) => [by, editOf(change)] as const);
  const ids = stored.map(([, { id }]) => id);
  expect(far.flawed, 'entries of files without proof').toBe(0);
  expect(ids.length, 'stored once').toBe(new Set(ids).size);
  const all = [...phones, ...drowned].flatMap(({ person, saved }) =>
    [...saved.values()].map((edit) => [person, edit] as const),
  );
  const sunk = new Set(drowned.flatMap(({ saved }) => [...saved.keys()].filter((id) => !inFiles.has(id))));
  const saved = all.filter(([, { id }]) => !sunk.has(id));
  const unsure = new Set([...sunk, ...[...phones, ...drowned].flatMap((phone) => [...phone.unsure])]);
  lost(saved.filter(([, { id }]) => !ids.includes(id)).length);
  expect(lines(stored.filter(([, { id }]) => !unsure.has(id)))).toEqual(lines(saved));
}

/** Every phone shows what the server holds, open conflicts included, and none was told that it may not enter something. */
export async function expectAllAgree({ far, phones }: After): Promise<void> {
  const held = new Set(await far.cells());
  for (const phone of phones) {
    const store = await phone.store();
    const [header] = await store.assessments();
    expect(new Set(header === undefined ? [] : await store.cells(header.id))).toEqual(held);
    expect(header?.answersHash).toBe(await far.hash());
    expect((await store.journal()).filter(({ fate }) => fate.kind === 'refused')).toEqual([]);
  }
}
