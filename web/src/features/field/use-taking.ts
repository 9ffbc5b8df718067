import type { ProvenPoint } from '@patuh/shared/domain/evidence';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import { useState } from 'react';

import { keepEvidence, type Taken } from '../../platform/evidence/keep-evidence.ts';
import { roomLeft } from '../../platform/field-store/device-room.ts';
import { asOnTheWay } from '../../platform/field-store/on-the-way.ts';
import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { useAssessment, useDesk } from './desk-scope.tsx';

/** What is under way with photos and documents that were just taken, and what came of them, in words. */
export interface Taking {
  readonly working: number;
  readonly said: readonly string[];
  /** One after the other, in their order; answers with what was kept. */
  readonly take: (taken: readonly Taken[]) => Promise<readonly SubjectId[]>;
}

export function useTaking(proves: readonly ProvenPoint[]): Taking {
  const { store } = useDesk();
  const assessment = useAssessment();
  const [working, setWorking] = useState(0);
  const [said, setSaid] = useState<readonly string[]>([]);
  const takeAll: Taking['take'] = async (all) => {
    setSaid([]);
    setWorking((count) => count + all.length);
    const [kept, refused]: [SubjectId[], string[]] = [[], []];
    for (const [i, taken] of all.entries()) {
      const outcome = await keepEvidence(store, assessment, taken, proves);
      if (outcome.kind === 'kept') kept.push(outcome.id);
      else refused.push(text.refusedFile(taken.name ?? text.oneOf(i + 1), text.faults[outcome.why]));
      setWorking((count) => count - 1);
    }
    const scarce = (await roomLeft()) === 'ample' ? [] : [text.scarce];
    setSaid([...(kept.length === 0 ? [] : [text.kept(kept.length)]), ...refused, ...scarce]);
    return kept;
  };
  const take: Taking['take'] = async (all) =>
    all.length === 0 ? [] : await asOnTheWay(async () => await takeAll(all));
  return { working, said, take };
}
