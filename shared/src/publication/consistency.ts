import { assertNever } from '../domain/assert-never.ts';
import type { Difference } from './difference.ts';
import { firstOf } from './comparison.ts';
import { computedDifference } from './consistency-computed.ts';
import { countsDifference } from './consistency-counts.ts';
import { rowsDifference } from './consistency-rows.ts';
import { bandsDifference, identityDifference } from './consistency-rules.ts';
import type { Payload } from './payload.ts';

/**
 * The first thing in a payload that does not follow from the rest of it; undefined where everything does. The publisher
 * asks before signing, and everybody who verifies asks again.
 */
export function contentDifference(payload: Payload): Difference | undefined {
  switch (payload.publicationKind) {
    case 'imported':
      return firstOf(
        () => identityDifference(payload),
        () => bandsDifference(payload.rules),
        () => rowsDifference(payload),
      );
    case 'imported-counts':
      return firstOf(
        () => identityDifference(payload),
        () => countsDifference(payload),
      );
    case 'computed':
      return firstOf(
        () => identityDifference(payload),
        () => computedDifference(payload),
      );
    default:
      return assertNever(payload);
  }
}
