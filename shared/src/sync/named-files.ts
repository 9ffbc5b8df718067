import { fileOf } from '../domain/evidence.ts';
import type { HeldCell } from './subjects.ts';
import { currentValues } from './values.ts';

/** Hashes of the files that the current pieces of evidence name, each once; the files may still be on a phone. */
export function namedFiles(cells: readonly HeldCell[]): ReadonlySet<string> {
  const files = currentValues(cells).evidence.map(({ piece }) => fileOf(piece));
  return new Set(files.flatMap((file) => (file === null ? [] : [file.sha256])));
}

/** Those of them that have not arrived. */
export function outstandingFiles({
  cells,
  files,
}: {
  readonly cells: readonly HeldCell[];
  readonly files: readonly string[];
}): readonly string[] {
  const here = new Set(files);
  return [...namedFiles(cells)].filter((sha256) => !here.has(sha256));
}
