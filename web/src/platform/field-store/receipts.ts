import type { Receipt } from '@patuh/shared/contracts/sync';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';

import type { AssessmentHeader, FieldStore } from './field-store.ts';

/** Whether what the server says it holds is what this device has of it. Each version of a unit is compared once. */
export interface Receipts {
  /** What the server said of units it stored something of. */
  heard(receipts: readonly Receipt[]): void;
  /** Those that do not fit, without those left as they are. */
  compare(store: Pick<FieldStore, 'assessments' | 'cells'>): Promise<readonly AssessmentId[]>;
  /** Does not fit although it was just fetched whole: fetching that version again would bring the same. */
  leave(ids: readonly AssessmentId[]): void;
  /** Whether each fits; what was never compared is not in it. The same map until something changes. */
  verdicts(): ReadonlyMap<AssessmentId, boolean>;
}

interface Verdict {
  readonly version: number;
  readonly promised: string | undefined;
  readonly fits: boolean;
  readonly isLeft: boolean;
}

export function receiptsBook(): Receipts {
  const verdicts = new Map<AssessmentId, Verdict>();
  const told = new Map<AssessmentId, Receipt>();
  let shown: ReadonlyMap<AssessmentId, boolean> | undefined;

  /** Of a push, if it is about what was pulled; the pull itself says it of what it brought. */
  function promisedOf({ id, version }: AssessmentHeader): string | undefined {
    const receipt = told.get(id);
    return receipt?.version === version ? receipt.answersHash : undefined;
  }

  return {
    heard: (receipts) => {
      for (const receipt of receipts) told.set(receipt.assessmentId, receipt);
    },
    compare: async (store) => {
      const misfits: AssessmentId[] = [];
      for (const header of await store.assessments()) {
        const { id, version } = header;
        const promised = promisedOf(header);
        const past = verdicts.get(id);
        const known = past?.version === version && past.promised === promised ? past : undefined;
        if (known?.fits !== true) {
          const held = answersHash((await store.cells(id)).map(hashedCell));
          const fits = held === header.answersHash && (promised === undefined || held === promised);
          const isLeft = !fits && known?.isLeft === true;
          verdicts.set(id, { version, promised, fits, isLeft });
          shown = undefined;
          if (!fits && !isLeft) misfits.push(id);
        }
      }
      return misfits;
    },
    leave: (ids) => {
      for (const id of ids) {
        const known = verdicts.get(id);
        if (known !== undefined) verdicts.set(id, { ...known, isLeft: true });
      }
    },
    verdicts: () => {
      shown ??= new Map([...verdicts].map(([id, { fits }]) => [id, fits]));
      return shown;
    },
  };
}
