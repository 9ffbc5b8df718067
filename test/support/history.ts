import { expect } from 'vitest';

import type { Visited } from './browser.ts';
import type { FieldTeam } from './field-phone.ts';
import type { SavedTap } from './tapping.ts';

/** What the server stored, as far as the faults of a phone are concerned. */

/** Every level that was stored of the unit, in the order it was entered on its device. */
export async function historyOf({ site }: Visited, { assessment }: FieldTeam): Promise<readonly SavedTap[]> {
  const rows = await site.db
    .selectFrom('answer_change')
    .select(['indicator_id', 'value'])
    .where('assessment_id', '=', assessment.id)
    .where('field', '=', 'answer')
    .orderBy('received_at')
    .orderBy('device_id')
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ question: row.indicator_id, level: (row.value as { readonly level: number }).level }));
}

/** Whether all of these are among those, in that order. */
export function isWithin(some: readonly SavedTap[], all: readonly SavedTap[]): boolean {
  const levels = all.map(({ level }) => level);
  let from = 0;
  return some.every(({ level }) => {
    const at = levels.indexOf(level, from);
    from = at + 1;
    return at >= 0;
  });
}

/** Each device has used its numbers from 1 on, none twice and none left out. */
export async function expectNumbersWithoutGaps({ site }: Visited, { assessment }: FieldTeam): Promise<void> {
  const rows = await site.db
    .selectFrom('answer_change')
    .select(['device_id', 'seq'])
    .where('assessment_id', '=', assessment.id)
    .orderBy('seq')
    .execute();
  for (const own of Map.groupBy(rows, (row) => row.device_id).values()) {
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
  }
}
