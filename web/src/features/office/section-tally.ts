import { deskText } from '../../text/id/office-desk.ts';
import { unitText } from '../../text/id/office-unit.ts';
import type { SectionItem } from './desk-items.ts';
import { placeKey, type SectionModel, type UnitModel } from './unit-model.ts';

/** How the answers of one section are accepted, or will be. */
export interface SectionTally {
  /** One by one, by somebody who saw them. */
  readonly looked: number;
  /** With the section, by the rule. */
  readonly byRule: number;
  /** Still to be looked at. */
  readonly left: number;
}

/** `sending`: answers accepted on this screen of which the server has not answered yet; they count as looked at. */
export function tallyOf(model: UnitModel, section: SectionModel, sending: ReadonlySet<string>): SectionTally {
  const required = new Set(model.office.review?.places.map(placeKey));
  const keys = section.indicators.flatMap((indicator) =>
    section.subjects
      .filter(({ kind, presence }) => kind === indicator.subject && presence.state === 'present')
      .filter(({ id }) => model.values.answer(indicator.id, id) !== null)
      .map(({ id }) => ({ indicatorId: indicator.id, subjectId: id })),
  );
  const isLooked = (place: (typeof keys)[number]): boolean =>
    model.acceptanceAt(place)?.holds === true || sending.has(placeKey(place));
  const isLeft = (place: (typeof keys)[number]): boolean =>
    !isLooked(place) && (required.has(placeKey(place)) || model.acceptanceAt(place) !== undefined);
  const looked = keys.filter(isLooked).length;
  const left = keys.filter(isLeft).length;
  return { looked, left, byRule: keys.length - looked - left };
}

/** What is in the way of accepting it now; null if nothing is. */
export function whyNotSection(
  { office }: UnitModel,
  { section }: SectionItem,
  { left }: SectionTally,
  hasMarks: boolean,
): string | null {
  const { state, late } = office.assessment;
  const text = unitText.accept;
  if (state !== 'submitted') return text.notNow;
  if (section.points.some((point) => point.state === 'open')) return text.waitsForPoints;
  if (late.some(({ decision }) => decision === 'waiting')) return text.waitsForLate;
  if (left > 0) return deskText.sectionPane.waitsForPlaces;
  return hasMarks ? text.clearSelection : null;
}
