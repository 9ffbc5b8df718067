import type { Indicator } from '@patuh/shared/domain/instrument';
import { REVIEW_REASONS, type ReviewReason } from '@patuh/shared/domain/review';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';

import { type Place, placeKey, type SectionModel, type UnitModel } from './unit-model.ts';

/** A place whose subject is named: one answer. */
export interface AnswerPlace extends Place {
  readonly subjectId: AssessmentSubject['id'];
}

interface ItemParts {
  /** Stands in the address. */
  readonly key: string;
  readonly section: SectionModel;
  /** Why it must be looked at, the weightiest first; empty where it may be. */
  readonly reasons: readonly ReviewReason[];
  /** Answers in it that are accepted one by one. */
  readonly required: readonly AnswerPlace[];
  /** `by-rule`: with its section, without having been looked at; `returned`: waits for the team. */
  readonly standing: 'open' | 'accepted' | 'by-rule' | 'changed' | 'returned';
}

/** One answer. */
export interface PlaceItem extends ItemParts {
  readonly kind: 'place';
  readonly indicator: Indicator;
  readonly subject: AssessmentSubject;
}

/** All interviews of users of one section: one grid. */
export interface InterviewsItem extends ItemParts {
  readonly kind: 'interviews';
  readonly indicators: readonly Indicator[];
  readonly users: readonly AssessmentSubject[];
}

/** The last step of a section: what was not looked at is accepted with it. */
export interface SectionItem extends ItemParts {
  readonly kind: 'section';
}

/** What a verifier has in front of them at a time. */
export type DeskItem = PlaceItem | InterviewsItem | SectionItem;

export type DeskOrder = 'risk' | 'instrument';

/** Whether it has to be looked at before the unit can be verified. */
export function isRequired({ kind, reasons, standing }: DeskItem): boolean {
  return kind === 'section' || reasons.length > 0 || standing === 'changed' || standing === 'returned';
}

export function isDone({ standing }: DeskItem): boolean {
  return standing === 'accepted' || standing === 'by-rule';
}

/** Everything of the unit that can be looked at, each in its place of the instrument, sections after what is in them. */
export function deskItems(model: UnitModel, order: DeskOrder): readonly DeskItem[] {
  const reasons = new Map(model.office.review?.places.map((place) => [placeKey(place), place.reasons]));
  const items = model.sections.flatMap((section) => itemsOf(model, section, reasons));
  return order === 'instrument' ? items : byRisk(items);
}

type Reasons = ReadonlyMap<string, readonly ReviewReason[]>;

function itemsOf(model: UnitModel, section: SectionModel, reasons: Reasons): readonly DeskItem[] {
  const asked = section.indicators.filter(({ subject }) => subject === 'user');
  const others = section.indicators.filter(({ subject }) => subject !== 'user');
  const places = others.flatMap((indicator) =>
    section.subjects
      .filter(({ kind, presence }) => kind === indicator.subject && presence.state === 'present')
      .map((subject) => placeItem(model, { section, indicator, subject }, reasons)),
  );
  const grid = asked.length === 0 ? [] : [interviewsItem(model, section, asked, reasons)];
  return [...places, ...grid, sectionItem(section)];
}

function placeItem(
  model: UnitModel,
  asked: Pick<PlaceItem, 'section' | 'indicator' | 'subject'>,
  reasons: Reasons,
): PlaceItem {
  const place = { indicatorId: asked.indicator.id, subjectId: asked.subject.id };
  const why = reasons.get(placeKey(place)) ?? [];
  return {
    kind: 'place',
    key: `${place.indicatorId}~${place.subjectId}`,
    ...asked,
    reasons: why,
    required: [place],
    standing: standingOf(model, asked.section, [place], why.length > 0),
  };
}

function interviewsItem(
  model: UnitModel,
  section: SectionModel,
  indicators: readonly Indicator[],
  reasons: Reasons,
): InterviewsItem {
  const users = section.subjects.filter(({ kind }) => kind === 'user');
  const places = indicators.flatMap((indicator) =>
    users.map((user): AnswerPlace => ({ indicatorId: indicator.id, subjectId: user.id })),
  );
  const listed = places.filter((place) => reasons.has(placeKey(place)) || model.acceptanceAt(place)?.holds === false);
  const found = new Set(listed.flatMap((place) => reasons.get(placeKey(place)) ?? []));
  return {
    kind: 'interviews',
    key: `${section.id}~wawancara`,
    section,
    indicators,
    users,
    reasons: REVIEW_REASONS.filter((reason) => found.has(reason)),
    required: listed,
    standing: standingOf(model, section, places, listed.length > 0),
  };
}

function sectionItem(section: SectionModel): SectionItem {
  const standing = section.standing === 'accepted' ? 'accepted' : section.standing === 'changed' ? 'changed' : 'open';
  return { kind: 'section', key: `${section.id}~bagian`, section, reasons: [], required: [], standing };
}

/** Of several answers that of the one which lags behind most; those that nobody has to look at only if something is wrong. */
function standingOf(
  model: UnitModel,
  section: SectionModel,
  places: readonly AnswerPlace[],
  isListed: boolean,
): ItemParts['standing'] {
  const reasons = new Set(model.office.review?.places.map(placeKey));
  const open = (place: AnswerPlace): boolean =>
    [...model.pointsAt(place), ...model.pointsAt({ ...place, subjectId: null })].some(({ state }) => state === 'open');
  if (places.some(open)) return 'returned';
  const known = places.map((place) => ({ place, acceptance: model.acceptanceAt(place) }));
  if (known.some(({ acceptance }) => acceptance?.holds === false)) return 'changed';
  const wanted = known.filter(({ place }) => !isListed || reasons.has(placeKey(place)));
  if (wanted.length > 0 && wanted.every(({ acceptance }) => acceptance !== undefined)) return 'accepted';
  return !isListed && section.standing === 'accepted' ? 'by-rule' : 'open';
}

/** Reasons of the whole unit say nothing about one place among others. */
const OF_THE_UNIT: ReadonlySet<ReviewReason> = new Set(['band-edge', 'no-score']);

/** What changed after it was accepted, then by the weightiest reason of its own, sections last; else as in the instrument. */
function byRisk(items: readonly DeskItem[]): readonly DeskItem[] {
  return items.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ kind, reasons, standing }: DeskItem): number {
  const after = REVIEW_REASONS.length;
  if (kind === 'section') return after + 3;
  if (standing === 'changed') return -1;
  const own = reasons.find((reason) => reason !== 'sample' && !OF_THE_UNIT.has(reason));
  if (own !== undefined) return REVIEW_REASONS.indexOf(own);
  if (reasons.length === 0) return after + 2;
  return reasons.every((reason) => reason === 'sample') ? after + 1 : after;
}

/**
 * The required one to go on to after `from`: the next that is not done, from the beginning again behind the last. A section
 * waits until nothing in it is left.
 */
export function nextToDo(items: readonly DeskItem[], from: DeskItem): DeskItem | undefined {
  const left = items.filter((item) => item.key !== from.key && isRequired(item) && !isDone(item));
  const waiting = new Set(left.filter(({ kind }) => kind !== 'section').map(({ section }) => section.id));
  const at = items.findIndex(({ key }) => key === from.key);
  const behind = new Set(items.slice(0, at));
  const ready = left.filter(({ kind, section }) => kind !== 'section' || !waiting.has(section.id));
  return ready.find((item) => !behind.has(item)) ?? ready[0];
}
