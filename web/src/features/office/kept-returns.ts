import { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import * as z from 'zod/mini';

/** A place somebody is about to give back, with the words typed so far. */
const KeptReturn = z.object({
  indicatorId: IndicatorId,
  subjectId: z.nullable(SubjectId),
  reason: z.string(),
  /** To be sent; before that it is only a reason that was begun. */
  marked: z.boolean(),
});
export type KeptReturn = z.infer<typeof KeptReturn>;

const Kept = z.array(KeptReturn);
const PREFIX = 'patuh-returns-';

export interface ReturnsKept {
  readonly read: () => readonly KeptReturn[];
  readonly keep: (returns: readonly KeptReturn[]) => void;
}

/**
 * In the tab, by person and unit: it outlives a refusal and a reload. What somebody else typed in this tab is put away,
 * because people share desks.
 */
export function returnsKept(personId: PersonId, assessmentId: AssessmentId, storage: Storage): ReturnsKept {
  const own = `${PREFIX}${personId}-`;
  const key = `${own}${assessmentId}`;
  return {
    read: () => {
      try {
        const foreign = Object.keys(storage).filter((name) => name.startsWith(PREFIX) && !name.startsWith(own));
        for (const name of foreign) storage.removeItem(name);
        return Kept.safeParse(JSON.parse(storage.getItem(key) ?? '[]')).data ?? [];
      } catch {
        return [];
      }
    },
    keep: (returns) => {
      try {
        if (returns.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(returns));
      } catch {
        // A browser that keeps nothing has it as long as the page is open.
      }
    },
  };
}
