import { type FieldFile, type FileOutcome, importFieldFile } from '@patuh/shared/contracts/field-files';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { Reply } from '../field-store/field-server.ts';
import { replyOf } from '../field-store/reply-of.ts';
import { call } from '../session.ts';

/** Brings a file, or a part of one, to the server. */
export type Bring = (file: FieldFile) => Promise<Reply<FileOutcome>>;

/** Over HTTP, as that person and nobody else; as whoever is signed in where nobody is named. */
export function bringOverHttp(as?: PersonId): Bring {
  const options = as === undefined ? {} : { as };
  return async (file) => await replyOf(call(importFieldFile, { body: file }, options));
}

/** Characters of sealed text in one request: on a bad line it arrives before the server stops waiting. */
const PART = 192 * 1024;

/**
 * Sends a file in parts, each a file of its own: what arrived need not be sent again when the network goes, and the server
 * takes any part any number of times. Answers with what became of the whole; where a part failed, with that.
 */
export async function sendFile(file: FieldFile, bring: Bring): Promise<Reply<FileOutcome>> {
  let sum: FileOutcome | undefined;
  let unreadable = 0;
  let last: Reply<FileOutcome> | undefined;
  for (const part of partsOf(file)) {
    last = await bring(part);
    if (last.kind === 'ok') sum = added(sum ?? NOTHING, last.value);
    else if (last.kind === 'problem' && last.problem.code === 'field-file-unreadable')
      unreadable += part.entries.length;
    else return last;
  }
  if (sum === undefined) return last ?? { kind: 'ok', value: NOTHING };
  return { kind: 'ok', value: { ...sum, refused: sum.refused + unreadable } };
}

function partsOf(file: FieldFile): readonly FieldFile[] {
  const parts: FieldFile['entries'][] = [];
  let size = PART;
  // By number, so that no part waits for one behind it.
  for (const entry of file.entries.toSorted((a, b) => a.seq - b.seq)) {
    size += entry.sealed.length;
    if (size > PART) {
      parts.push([]);
      size = entry.sealed.length;
    }
    parts.at(-1)?.push(entry);
  }
  return parts.map((entries) => ({ ...file, entries }));
}

const NOTHING: FileOutcome = { stored: 0, already: 0, conflicts: 0, late: 0, refused: 0, held: 0 };

function added(a: FileOutcome, b: FileOutcome): FileOutcome {
  return {
    stored: a.stored + b.stored,
    already: a.already + b.already,
    conflicts: a.conflicts + b.conflicts,
    late: a.late + b.late,
    refused: a.refused + b.refused,
    held: a.held + b.held,
  };
}
