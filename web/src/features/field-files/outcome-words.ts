import type { FileOutcome } from '@patuh/shared/contracts/field-files';

import { officeFilesText as text } from '../../text/id/office-files.ts';

/** What became of a file, for whoever brought it: one line of counts, and what to do about the rest. */
export interface OutcomeWords {
  readonly title: string;
  readonly counts: string;
  readonly remarks: readonly string[];
}

export function outcomeWords(outcome: FileOutcome): OutcomeWords {
  const { stored, already, refused, conflicts, late, held } = outcome;
  const counts = [
    ...(stored > 0 ? [text.stored(stored)] : []),
    ...(already > 0 ? [text.already(already)] : []),
    ...(refused > 0 ? [text.unused(refused)] : []),
  ];
  return {
    title: titleOf(outcome),
    counts: counts.join(', '),
    remarks: [
      ...(conflicts > 0 ? [text.conflicts(conflicts)] : []),
      ...(late > 0 ? [text.late(late)] : []),
      ...(held > 0 ? [text.held] : []),
      ...(refused > 0 ? [text.refused] : []),
    ],
  };
}

function titleOf({ stored, already, refused }: FileOutcome): string {
  if (stored + already === 0) return text.nothing;
  if (refused > 0) return text.partly;
  return stored === 0 ? text.nothingNew : text.taken;
}
