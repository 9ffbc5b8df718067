import type { Cell, CellKey } from '@patuh/shared/domain/change';
import type { IndicatorId, Instrument } from '@patuh/shared/domain/instrument';
import { type Section, sectionHash, sectionsOf } from '@patuh/shared/sync/sections';
import { subjectKindOf } from '@patuh/shared/sync/subjects';

/**
 * The sections that vouch for what stands at a place: the one of the indicator, or, for what was entered of a subject,
 * all whose questions are asked of that kind. The same rule as `sectionHash`.
 */
export function sectionsAt(instrument: Instrument, { indicatorId, subjectId, field }: CellKey): readonly Section[] {
  const all = sectionsOf(instrument);
  if (indicatorId !== null) return sectionsWith(all, new Set([indicatorId]));
  const kind = field === 'few-users-reason' ? 'user' : subjectKindOf(subjectId);
  return all.filter(({ indicators }) => indicators.some(({ subject }) => subject === kind));
}

/** The sections that hold at least one of the indicators. */
export function sectionsWith(sections: readonly Section[], ids: ReadonlySet<IndicatorId>): readonly Section[] {
  return sections.filter(({ indicators }) => indicators.some(({ id }) => ids.has(id)));
}

/** Whether an acceptance still stands for what is there now. */
export function holds(
  section: Section | undefined,
  acceptance: { readonly answersHash: string } | undefined,
  cells: readonly Cell[],
): boolean {
  if (section === undefined || acceptance === undefined) return false;
  return sectionHash(section, cells) === acceptance.answersHash;
}
