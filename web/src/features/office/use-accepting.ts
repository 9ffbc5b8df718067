import { acceptPlaces, getOfficeAssessment, type PlaceAcceptance } from '@patuh/shared/contracts/verification';
import { useState } from 'react';

import { useAction, usePatch, useReadAgain } from '../../platform/query.tsx';
import type { AnswerPlace, DeskItem } from './desk-items.ts';
import { placeKey, type UnitModel } from './unit-model.ts';

interface Refusal {
  /** Of the item. */
  readonly key: string;
  readonly fault: unknown;
}

export interface Accepting {
  /** Answers that were accepted on the screen and not yet by the server. */
  readonly sending: ReadonlySet<string>;
  /** What the server did not accept: it is to be looked at again. */
  readonly refused: readonly Refusal[];
  /** Does not wait: the screen goes on, and what is refused comes back. */
  readonly accept: (item: DeskItem, places: readonly AnswerPlace[], onRefused: () => void) => void;
}

/** The server takes so many at once. */
const AT_ONCE = 400;

export function useAccepting(model: UnitModel): Accepting {
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const action = useAction(acceptPlaces);
  const readAgain = useReadAgain(getOfficeAssessment);
  const patch = usePatch(getOfficeAssessment);
  const { id, version } = model.office.assessment;
  const input = { params: { assessmentId: id } };
  const send = async (places: readonly AnswerPlace[]): Promise<void> => {
    const plain = places.map(({ indicatorId, subjectId }) => ({ indicatorId, subjectId }));
    const now = await action.mutateAsync({ ...input, body: { version, places: plain } });
    await patch(input, (known) => ({
      ...known,
      assessment: {
        ...known.assessment,
        // Answers may overtake each other.
        version: Math.max(known.assessment.version, now.version),
        points: now.points,
      },
      placeAcceptances: replaced(known.placeAcceptances, now.accepted),
    }));
  };
  const run: Accepting['accept'] = (item, places, onRefused) => {
    const keys = places.map(placeKey);
    const withoutItem = (all: readonly Refusal[]): readonly Refusal[] => all.filter(({ key }) => key !== item.key);
    setSending((now) => new Set([...now, ...keys]));
    setRefused(withoutItem);
    const all = async (): Promise<void> => {
      try {
        for (let from = 0; from < places.length; from += AT_ONCE) await send(places.slice(from, from + AT_ONCE));
      } catch (fault) {
        setRefused((now) => [...withoutItem(now), { key: item.key, fault }]);
        onRefused();
        readAgain();
      }
      setSending((now) => new Set([...now].filter((key) => !keys.includes(key))));
    };
    void all();
  };
  return { sending, refused, accept: run };
}

function replaced(known: readonly PlaceAcceptance[], accepted: readonly PlaceAcceptance[]): PlaceAcceptance[] {
  const fresh = new Set(accepted.map(placeKey));
  return [...known.filter((one) => !fresh.has(placeKey(one))), ...accepted];
}
