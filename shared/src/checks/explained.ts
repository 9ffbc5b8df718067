import type { Finding } from '../contracts/checks.ts';
import { type SubjectId, UNIT_SUBJECT } from '../domain/assessment.ts';
import { type Explanation, WARNING_KINDS, type WarningKind } from '../domain/explanation.ts';
import type { IndicatorId } from '../domain/instrument.ts';
import type { CurrentValues } from '../sync/values.ts';

/** A finding that a sentence answers. */
export type Warning = Finding & { readonly weight: 'warns'; readonly kind: WarningKind };

export function isWarning(finding: Finding): finding is Warning {
  return finding.weight === 'warns' && WARNING_KINDS.some((kind) => kind === finding.kind);
}

/** Where the sentence about a finding is entered; what concerns no single place belongs to the unit. */
export function placeOfExplanation({ indicatorId, subjectId }: Pick<Finding, 'indicatorId' | 'subjectId'>): {
  readonly indicatorId: IndicatorId | null;
  readonly subjectId: SubjectId;
} {
  return { indicatorId, subjectId: subjectId ?? UNIT_SUBJECT };
}

/** What the team says to a finding; null where it says nothing. */
export function explanationOf(finding: Finding, values: Pick<CurrentValues, 'explanation'>): string | null {
  if (!isWarning(finding)) return null;
  const { indicatorId, subjectId } = placeOfExplanation(finding);
  return values.explanation(finding.kind, indicatorId, subjectId);
}

/** Whether a finding keeps the unit from being handed in: it blocks, or nobody has said anything to the warning yet. */
export function holdsUp(finding: Finding, values: Pick<CurrentValues, 'explanation'>): boolean {
  return finding.weight === 'blocks' || (finding.weight === 'warns' && explanationOf(finding, values) === null);
}

/** The sentences of one place with one of them said anew, or taken back with null; in the order of the kinds. */
export function withExplanation(
  said: readonly Explanation[],
  kind: WarningKind,
  text: string | null,
): readonly Explanation[] {
  const others = said.filter((one) => one.kind !== kind);
  const all = text === null ? others : [...others, { kind, text }];
  return all.toSorted((a, b) => WARNING_KINDS.indexOf(a.kind) - WARNING_KINDS.indexOf(b.kind));
}
