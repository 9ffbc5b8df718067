import type { Change, Edit } from '@patuh/shared/domain/change';
import { canonicalText } from '@patuh/shared/publication/canonical';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import { FaultCount, PATIENCE, tries } from '../../../support/faults.ts';
import { assessmentId } from '../examples.ts';
import { phoneDisk } from './disk.ts';
import { asCell } from './far-end.ts';
import { type After, season, type Step, STEPS } from './season.ts';

const faults = new FaultCount();
let lost = 0;
afterAll(() => faults.say('seasons of three phones', lost));

async function after(steps: readonly Step[]): Promise<After> {
  return await season(steps, phoneDisk, (fault) => faults.add(fault));
}

function editOf({ id, assessmentId, indicatorId, subjectId, entry, base, madeAt }: Change): Edit {
  return { id, assessmentId, indicatorId, subjectId, entry, base, madeAt };
}

const lines = (edits: readonly (readonly [string, Edit])[]): readonly string[] =>
  edits.map(([by, edit]) => `${by} ${canonicalText(edit)}`).toSorted();

function expectNothingLost({ far, phones, drowned, inFiles }: After): void {
  const stored = far.now.changes.map(({ change, by }) => [by, editOf(change)] as const);
  const ids = stored.map(([, { id }]) => id);
  expect(far.flawed, 'entries of files without proof').toBe(0);
  expect(ids.length, 'stored once').toBe(new Set(ids).size);
  const all = [...phones, ...drowned].flatMap(({ person, saved }) =>
    [...saved.values()].map((edit) => [person, edit] as const),
  );
  const sunk = new Set(drowned.flatMap(({ saved }) => [...saved.keys()].filter((id) => !inFiles.has(id))));
  const saved = all.filter(([, { id }]) => !sunk.has(id));
  const unsure = new Set([...sunk, ...[...phones, ...drowned].flatMap((phone) => [...phone.unsure])]);
  const missing = saved.filter(([, { id }]) => !ids.includes(id)).length;
  lost += missing;
  expect(lines(stored.filter(([, { id }]) => !unsure.has(id)))).toEqual(lines(saved));
}

async function expectAllAgree({ far, phones }: After): Promise<void> {
  const held = new Map([...far.now.cells].map(([key, cell]) => [key, asCell(cell)]));
  for (const phone of phones) {
    const store = await phone.store();
    const cells = await store.cells(assessmentId(1));
    expect(new Set(cells)).toEqual(new Set(held.values()));
    const [header] = await store.assessments();
    expect(header?.answersHash).toBe(far.hash());
    expect((await store.journal()).filter(({ fate }) => fate.kind === 'refused')).toEqual([]);
  }
}

describe('a season of three phones', () => {
  it(
    'loses nothing that was called saved and ends with the same on all sides',
    async () => {
      await fc.assert(
        fc.asyncProperty(STEPS, async (steps) => {
          const end = await after(steps);
          expect(Math.max(...end.rounds), 'exchanges until everything was sent').toBeLessThan(Infinity);
          expectNothingLost(end);
          await expectAllAgree(end);
        }),
        tries(100),
      );
    },
    PATIENCE,
  );
});
