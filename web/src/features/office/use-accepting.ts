import { listEvidence } from '@patuh/shared/contracts/evidence';
import { acceptPlaces, getOfficeAssessment, type PlaceAcceptance } from '@patuh/shared/contracts/verification';
import { fileOf } from '@patuh/shared/domain/evidence';
import { useEffect, useRef, useState } from 'react';

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
  /** Waits until the server has answered to all of it; the version of the unit then, null if something was refused. */
  readonly settled: () => Promise<number | null>;
}

/** The server takes so many at once. */
const AT_ONCE = 400;

export function useAccepting(model: UnitModel): Accepting {
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const action = useAction(acceptPlaces);
  const readAgain = useReadAgain(getOfficeAssessment);
  const readFilesAgain = useReadAgain(listEvidence);
  const patch = usePatch(getOfficeAssessment);
  const { id, version } = model.office.assessment;
  const input = { params: { assessmentId: id } };
  const underWay = useRef<ReadonlySet<Promise<boolean>>>(new Set());
  const newest = useRef(version);
  // On their way until the page shows that they are accepted: in between they would be neither.
  const answered = useRef<ReadonlySet<string>>(new Set());
  const { placeAcceptances } = model.office;
  useEffect(() => {
    const shown = new Set(placeAcceptances.map(placeKey).filter((key) => answered.current.has(key)));
    if (shown.size === 0) return;
    answered.current = without(answered.current, shown);
    setSending((now) => without(now, shown));
  }, [placeAcceptances]);
  useEffect(() => {
    newest.current = Math.max(newest.current, version);
  }, [version]);
  const send = async (places: readonly AnswerPlace[]): Promise<void> => {
    const plain = places.map(({ indicatorId, subjectId }) => ({ indicatorId, subjectId }));
    const now = await action.mutateAsync({
      ...input,
      body: { version, places: plain, waiting: waitingAt(model, places) },
    });
    newest.current = Math.max(newest.current, now.version);
    await patch(input, (known) => {
      answered.current = new Set([...answered.current, ...places.map(placeKey)]);
      return {
        ...known,
        assessment: {
          ...known.assessment,
          // Answers may overtake each other.
          version: Math.max(known.assessment.version, now.version),
          points: now.points,
        },
        placeAcceptances: replaced(known.placeAcceptances, now.accepted),
      };
    });
  };
  const run: Accepting['accept'] = (item, places, onRefused) => {
    const keys = places.map(placeKey);
    const withoutItem = (all: readonly Refusal[]): readonly Refusal[] => all.filter(({ key }) => key !== item.key);
    setSending((now) => new Set([...now, ...keys]));
    setRefused(withoutItem);
    const all = async (): Promise<boolean> => {
      try {
        for (let from = 0; from < places.length; from += AT_ONCE) await send(places.slice(from, from + AT_ONCE));
        return true;
      } catch (fault) {
        setRefused((now) => [...withoutItem(now), { key: item.key, fault }]);
        setSending((now) => without(now, new Set(keys)));
        onRefused();
        readAgain();
        readFilesAgain();
        return false;
      }
    };
    const running = all();
    underWay.current = new Set([...underWay.current, running]);
    const forget = async (): Promise<void> => {
      await running;
      underWay.current = new Set([...underWay.current].filter((one) => one !== running));
    };
    void forget();
  };
  const settled = async (): Promise<number | null> => {
    const all = await Promise.all(underWay.current);
    return all.every(Boolean) ? newest.current : null;
  };
  return { sending, refused, accept: run, settled };
}

/** Files of the places that the screen shows as not arrived. */
function waitingAt({ evidence }: UnitModel, places: readonly AnswerPlace[]): string[] {
  const pieces = places.flatMap(({ indicatorId, subjectId }) => evidence.at(indicatorId, subjectId));
  const files = pieces.flatMap(({ piece, isOutstanding }) => (isOutstanding ? (fileOf(piece)?.sha256 ?? []) : []));
  return [...new Set(files)];
}

function without(all: ReadonlySet<string>, gone: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((key) => !gone.has(key)));
}

function replaced(known: readonly PlaceAcceptance[], accepted: readonly PlaceAcceptance[]): PlaceAcceptance[] {
  const fresh = new Set(accepted.map(placeKey));
  return [...known.filter((one) => !fresh.has(placeKey(one))), ...accepted];
}
