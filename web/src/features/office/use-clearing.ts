import { clearPhoto, type ClearanceView, listUnitPhotos, type UnitPhoto } from '@patuh/shared/contracts/clearances';
import type { Area } from '@patuh/shared/domain/clearance';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { useRef, useState } from 'react';

import { useAction, usePatch, useReadAgain } from '../../platform/query.tsx';
import type { clearancesText } from '../../text/id/clearances.ts';
import { type Draft, type Drafts, isSettled, newerThan, readDrafts, writeDrafts } from './blur-model.ts';
import { useKeptWords } from './kept-words.ts';

export type PhotoState = keyof typeof clearancesText.states;

/** What is drawn over the photos of a unit, what is on its way, and what the server did not take. */
export interface Clearing {
  readonly areasOf: (photo: UnitPhoto) => readonly Area[];
  readonly stateOf: (photo: UnitPhoto) => PhotoState;
  /** What somebody else decided while one looked at it. */
  readonly changedBy: (photo: UnitPhoto) => ClearanceView | null;
  /** It is looked at from now on: what stands there was seen. */
  readonly look: (photo: UnitPhoto) => void;
  readonly draw: (photo: UnitPhoto, areas: readonly Area[]) => void;
  /** Does not wait: the screen goes on, and what is refused comes back. */
  readonly decide: (photo: UnitPhoto, areas: readonly Area[] | null) => void;
  readonly takeTheirs: (photo: UnitPhoto) => void;
  readonly keepMine: (photo: UnitPhoto) => void;
  readonly faultOf: (photo: UnitPhoto) => unknown;
}

export function useClearing(assessmentId: AssessmentId): Clearing {
  const kept = useKeptWords(`areas-${assessmentId}`);
  const drafts = readDrafts(kept.words);
  const latest = useRef(drafts);
  const [looked, setLooked] = useState<Readonly<Record<string, number>>>({});
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [faults, setFaults] = useState<ReadonlyMap<string, unknown>>(new Map());
  const action = useAction(clearPhoto);
  const patch = usePatch(listUnitPhotos);
  const readAgain = useReadAgain(listUnitPhotos);

  const change = (next: Drafts): void => {
    latest.current = next;
    kept.write(writeDrafts(next));
  };
  const drop = (sha256: string): void => change(without(latest.current, sha256));
  const draftOf = (photo: UnitPhoto): Draft | undefined => {
    const draft = drafts[photo.sha256];
    return draft !== undefined && isSettled(draft, photo) ? undefined : draft;
  };
  const seenOf = (photo: UnitPhoto): number =>
    draftOf(photo)?.seen ?? looked[photo.sha256] ?? photo.clearance?.number ?? 0;
  const seeNow = ({ sha256, clearance }: UnitPhoto): void =>
    setLooked((now) => ({ ...now, [sha256]: clearance?.number ?? 0 }));

  const send = async (photo: UnitPhoto, areas: readonly Area[] | null): Promise<void> => {
    const { sha256 } = photo;
    const seen = seenOf(photo);
    // A refusal, a closed dialog or a reload takes nothing of what was decided either.
    const before: Draft = { areas: areas === null ? null : [...areas], seen };
    change({ ...latest.current, [sha256]: before });
    setSending((now) => new Set([...now, sha256]));
    setFaults((now) => new Map([...now].filter(([key]) => key !== sha256)));
    try {
      const clearance = await action.mutateAsync({ params: { assessmentId, photo: sha256 }, body: { ...before } });
      setLooked((now) => ({ ...now, [sha256]: clearance.number }));
      // What was drawn meanwhile is a decision to come.
      if (latest.current[sha256] === before) drop(sha256);
      await patch({ params: { assessmentId } }, (known) => ({
        ...known,
        photos: known.photos.map((one) => (one.sha256 === sha256 ? { ...one, clearance } : one)),
      }));
    } catch (fault) {
      setFaults((now) => new Map([...now, [sha256, fault]]));
      readAgain();
    } finally {
      setSending((now) => new Set([...now].filter((key) => key !== sha256)));
    }
  };

  return {
    areasOf: (photo) => draftOf(photo)?.areas ?? photo.clearance?.areas ?? [],
    stateOf: (photo) => {
      const { sha256, clearance } = photo;
      if (sending.has(sha256)) return 'sending';
      const draft = draftOf(photo);
      if (faults.has(sha256) || draft?.areas === null) return 'refused';
      if (draft !== undefined) return 'drawn';
      if (clearance === null) return 'open';
      return clearance.areas === null ? 'withheld' : 'cleared';
    },
    changedBy: (photo) => newerThan(photo, seenOf(photo)),
    look: (photo) => {
      if (looked[photo.sha256] === undefined) seeNow(photo);
    },
    draw: (photo, areas) => change({ ...latest.current, [photo.sha256]: { areas: [...areas], seen: seenOf(photo) } }),
    decide: (photo, areas) => void send(photo, areas),
    takeTheirs: (photo) => {
      drop(photo.sha256);
      seeNow(photo);
      setFaults((now) => new Map([...now].filter(([key]) => key !== photo.sha256)));
    },
    keepMine: (photo) => {
      const mine = latest.current[photo.sha256];
      if (mine !== undefined) {
        change({ ...latest.current, [photo.sha256]: { ...mine, seen: photo.clearance?.number ?? 0 } });
      }
      seeNow(photo);
    },
    faultOf: ({ sha256 }) => faults.get(sha256) ?? null,
  };
}

function without(drafts: Drafts, sha256: string): Drafts {
  return Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== sha256));
}
