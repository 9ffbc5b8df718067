import { fileOf } from '../domain/evidence.ts';
import type { Instrument, UnitKind } from '../domain/instrument.ts';
import { progressOn } from './progress.ts';
import { questionnaireOf } from './questionnaire.ts';
import type { HeldCell } from './subjects.ts';
import { withoutWithdrawn } from './withdrawn.ts';

/** How far an assessment is: what lists show of it. */
export interface Summary {
  readonly answered: number;
  readonly expected: number;
  /** Users who were interviewed. */
  readonly users: number;
  /** Hashes of the photos and documents that its answers name, each once. */
  readonly files: readonly string[];
  /** Places with more than one value, of which nobody has chosen yet. */
  readonly conflicts: number;
}

/** A cell with how many values wait there to be chosen from. */
export type SummarizedCell = HeldCell & { readonly values: number };

/** Of users who withdrew nothing counts. */
export function summaryOf(instrument: Instrument, unitKind: UnitKind, cells: readonly SummarizedCell[]): Summary {
  const shown = withoutWithdrawn(cells);
  const questionnaire = questionnaireOf(instrument, unitKind, shown);
  const { answered, expected, users } = progressOn(instrument, unitKind, questionnaire);
  const files = questionnaire.values.evidence.map(({ piece }) => fileOf(piece));
  return {
    answered,
    expected,
    users: users.interviewed,
    files: [...new Set(files.flatMap((file) => (file === null ? [] : [file.sha256])))],
    conflicts: shown.filter(({ values }) => values > 1).length,
  };
}
