import { listOfficeUnits } from '@patuh/shared/contracts/office-units';
import { acceptSection, getOfficeAssessment } from '@patuh/shared/contracts/verification';
import { useState } from 'react';

import { useAction } from '../../platform/query.tsx';
import { deskText } from '../../text/id/office-desk.ts';
import { type AnswerPlace, type DeskItem, isDone, isRequired, nextToDo, type SectionItem } from './desk-items.ts';
import { itemName } from './item-name.ts';
import { tallyOf, whyNotSection } from './section-tally.ts';
import { placeKey, type UnitModel } from './unit-model.ts';
import type { DeskState } from './use-desk.ts';

const { said } = deskText;

/** What one does with the item one looks at. */
export interface DeskDoings {
  /** For who cannot see what happened. */
  readonly announcement: string;
  readonly say: (sentence: string) => void;
  readonly goTo: (item: DeskItem | undefined, after?: (next: string) => string) => void;
  /** On from the item one looks at to the next that is left. */
  readonly goOn: (after: (next: string) => string) => void;
  readonly step: (way: 1 | -1) => void;
  /** Undefined where nothing can be accepted now. */
  readonly accept: (() => void) | undefined;
  readonly section: {
    readonly fault: unknown;
    readonly busy: boolean;
    /** The last section is asked about first: with it the unit is verified. */
    readonly asking: boolean;
    readonly confirm: () => void;
    readonly cancel: () => void;
  };
}

export function useDeskActs(model: UnitModel, desk: DeskState): DeskDoings {
  const [announcement, say] = useState('');
  const [asking, setAsking] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const action = useAction(acceptSection, [getOfficeAssessment, listOfficeUnits]);
  const { items, chosen, required } = desk;
  const goTo: DeskDoings['goTo'] = (item, after = (next) => next) => {
    if (item === undefined) {
      say(after(said.allDone));
      return;
    }
    desk.open(item);
    action.reset();
    say(after(said.point(positionOf(required, item), itemName(item))));
  };
  const goOn = (from: DeskItem, after: (next: string) => string): void =>
    goTo(
      nextToDo(
        items.filter((item) => item.key === from.key || !hasMark(desk, item)),
        from,
      ),
      after,
    );
  const confirm = async (section: SectionItem): Promise<void> => {
    setWaiting(true);
    // What was accepted a moment ago comes first.
    const version = await desk.accepting.settled();
    setWaiting(false);
    if (version === null) return;
    action.mutate(
      {
        params: { assessmentId: model.office.assessment.id, sectionId: section.section.id },
        body: { version },
      },
      {
        onSuccess: () => {
          setAsking(false);
          goOn(section, said.accepted);
        },
      },
    );
  };
  const acceptOne = (item: DeskItem, places: readonly AnswerPlace[]): void => {
    if (places.length > 0) {
      desk.accepting.accept(item, places, () => say(said.refused(itemName(item))));
    }
    goOn(item, places.length > 0 ? said.accepted : (next) => next);
  };
  const acceptSectionNow = (item: SectionItem): void => {
    const hasMarks = marksIn(desk, item);
    const hindrance = whyNotSection(model, item, tallyOf(model, item.section, desk.accepting.sending), hasMarks);
    if (hindrance !== null) say(hindrance);
    else if (items.some((one) => one.kind === 'section' && one.key !== item.key && !isDone(one))) void confirm(item);
    else setAsking(true);
  };
  const accept = (item: DeskItem): void => {
    if (item.kind === 'section') {
      if (!action.isPending && !waiting) acceptSectionNow(item);
    } else acceptOne(item, toAccept(model, desk, item));
  };
  return {
    announcement,
    say,
    goTo,
    goOn: (after) => (chosen === undefined ? undefined : goOn(chosen, after)),
    step: (way) => {
      const at = desk.entries.findIndex(({ item }) => item.key === chosen?.key);
      const next = desk.entries[at + way]?.item;
      if (next !== undefined) goTo(next);
    },
    accept: chosen !== undefined && mayAccept(model, desk, chosen) ? () => accept(chosen) : undefined,
    section: {
      fault: action.error,
      busy: action.isPending || waiting,
      asking,
      confirm: () => (chosen?.kind === 'section' ? void confirm(chosen) : undefined),
      cancel: () => setAsking(false),
    },
  };
}

/** Marked to be given back; a section with such a point cannot be accepted either. */
function hasMark(desk: DeskState, item: DeskItem): boolean {
  return item.kind === 'section' ? marksIn(desk, item) : desk.isMarked(item);
}

/** Whether points in a section are marked to be given back. */
export function marksIn({ returns }: Pick<DeskState, 'returns'>, { section }: DeskItem): boolean {
  return returns.marked.some((place) => section.indicators.some(({ id }) => id === place.indicatorId));
}

/** “Butir 4 dari 31”; sections and what need not be looked at have no number. */
export function positionOf(required: readonly DeskItem[], item: DeskItem): string {
  const numbered = required.filter(({ kind }) => kind !== 'section');
  const at = numbered.findIndex(({ key }) => key === item.key);
  if (item.kind === 'section') return deskText.lastStep;
  return at === -1 ? deskText.unnumbered : deskText.position(at + 1, numbered.length);
}

const VOUCHED_FOR = ['submitted', 'returned', 'verified', 'final'] as const;

function mayAccept({ mayVerify, office }: UnitModel, desk: DeskState, item: DeskItem): boolean {
  const { state } = office.assessment;
  if (!mayVerify || item.standing === 'returned' || desk.isMarked(item)) return false;
  // While the field has the unit, answers that it does not change can be looked at all the same.
  if (item.kind !== 'section') return VOUCHED_FOR.some((one) => one === state);
  return state === 'submitted' && !isDone(item);
}

/** The answers that accepting an item accepts: those that must be, or, where none must, all that were given. */
function toAccept(model: UnitModel, { accepting, returns }: DeskState, item: DeskItem): readonly AnswerPlace[] {
  const all =
    item.kind === 'interviews' && !isRequired(item)
      ? item.indicators.flatMap(({ id }) => item.users.map((user) => ({ indicatorId: id, subjectId: user.id })))
      : item.required;
  return all.filter(
    (place) =>
      model.acceptanceAt(place)?.holds !== true &&
      model.values.answer(place.indicatorId, place.subjectId) !== null &&
      !accepting.sending.has(placeKey(place)) &&
      !returns.isMarked(place),
  );
}
