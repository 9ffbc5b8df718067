import type { OfficeUnit } from '@patuh/shared/contracts/verification';
import type { Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { targetOf } from '@patuh/shared/sync/subjects';

/** What was counted in the database about the subjects of one kind in one assessment. */
export interface KindCount {
  readonly kind: string;
  /** Answers for those present. */
  readonly answered: number;
  readonly present: number;
  readonly notPresent: number;
  /** Somebody said why there are so few users. */
  readonly explained: boolean;
}

const KINDS = ['unit', 'product', 'officer', 'complaint-officer', 'user'] as const;

/** The figures of `progressOf` in shared/sync, made from counts instead of from every answer; a test compares both. */
export function progressFromCounts(
  instrument: Instrument,
  unitKind: UnitKind,
  counts: readonly KindCount[],
): Pick<OfficeUnit, 'answered' | 'expected' | 'users'> {
  const indicators = sectionsOf(instrument).flatMap((section) => section.indicators);
  const of = (kind: string): KindCount | undefined => counts.find((count) => count.kind === kind);
  const target = targetOf(instrument, unitKind, 'user');
  const minimum = instrument.rules.subjects.find(({ subject }) => subject === 'user')?.minimum ?? 0;
  const interviewed = of('user')?.present ?? 0;
  const explained = (of('unit')?.explained ?? false) && interviewed >= minimum;
  const asked = (kind: (typeof KINDS)[number]): number => {
    if (kind === 'unit') return 1;
    if (kind === 'user') return explained ? interviewed : Math.max(interviewed, target);
    return targetOf(instrument, unitKind, kind) - (of(kind)?.notPresent ?? 0);
  };
  return {
    answered: KINDS.reduce((sum, kind) => sum + (of(kind)?.answered ?? 0), 0),
    expected: KINDS.reduce(
      (sum, kind) => sum + asked(kind) * indicators.filter(({ subject }) => subject === kind).length,
      0,
    ),
    users: { interviewed, target, minimum },
  };
}
