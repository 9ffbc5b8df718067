import type { Indicator, Instrument, SubjectCount, SubjectKind, UnitKind } from '@patuh/shared/domain/instrument';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

/** What is asked of one kind of subject, with how many of them the instrument wants. */
export interface SubjectGroup {
  readonly subject: SubjectKind;
  readonly count: { readonly target: number; readonly minimum: number; readonly official: boolean } | null;
  readonly indicators: readonly Indicator[];
}

/** As a visit goes: first what is looked at, then who is asked; last what no visit answers. */
const ORDER: readonly SubjectKind[] = ['product', 'unit', 'officer', 'complaint-officer', 'user', 'government'];

/** The indicators of an instrument by whom or what they are answered for, without empty groups. */
export function bySubject({ tree, rules }: Instrument, kind: UnitKind): readonly SubjectGroup[] {
  const indicators = indicatorsOf(tree);
  return ORDER.map((subject) => ({
    subject,
    count: countFor(
      rules.subjects.find((counted) => counted.subject === subject),
      kind,
    ),
    indicators: indicators.filter((indicator) => indicator.subject === subject),
  })).filter((group) => group.indicators.length > 0);
}

function countFor(counted: SubjectCount | undefined, kind: UnitKind): SubjectGroup['count'] {
  if (counted === undefined) return null;
  const { target, minimum, official, targetPerUnitKind } = counted;
  return { target: targetPerUnitKind?.[kind] ?? target, minimum, official };
}

/** The best level in the words for this kind of unit. */
export function bestLevel({ levels, maximum }: Indicator, kind: UnitKind): string | undefined {
  const best = levels.find(({ level }) => level === maximum);
  return best?.perUnitKind?.[kind] ?? best?.text;
}

/** Indicators that want a kind of evidence at the visit, in the order of the page. */
export function wanting(
  groups: readonly SubjectGroup[],
  evidence: Indicator['evidence'][number],
): readonly Indicator[] {
  return groups
    .filter(({ subject }) => subject !== 'government')
    .flatMap(({ indicators }) => indicators.filter((indicator) => indicator.evidence.includes(evidence)));
}
