import type { FileFault } from '../features/publications/import-files.ts';
import type { ImportResult, ListOutcome } from '../features/publications/import.ts';

const OUTCOMES: Readonly<Record<ListOutcome['outcome'], string>> = {
  published: 'terbit',
  corrected: 'koreksi terbit',
  unchanged: 'tidak berubah',
};

/** Every refused line with its file, line number, column and reason. */
export function reportFaults(faults: readonly FileFault[]): string {
  const lines = faults.map(({ file, line, column, message }) => `${place(file, line, column)}: ${message}`);
  return ['Tidak ada yang diimpor.', ...lines, `${faults.length} kesalahan.`].join('\n');
}

/** What an import did, or why it did nothing. */
export function reportResult(result: ImportResult): string {
  if (result.kind === 'done') {
    const lines = result.lists.map(({ id, rows, outcome }) => `${id}: ${OUTCOMES[outcome]}, ${rows} baris`);
    const made = result.lists.filter(({ outcome }) => outcome !== 'unchanged').length;
    return [...lines, `${made} publikasi baru, ${result.lists.length - made} tidak berubah.`].join('\n');
  }
  const faults = result.faults.map(({ line, column, message }) => `${place(null, line, column)}${message}`);
  const changes = result.changes.map(
    ({ line, government, message, publication }) =>
      `${place(null, line, null)}${[government, message].filter(Boolean).join(': ')} (publikasi ${publication})`,
  );
  const ids = [...new Set(result.changes.map((change) => change.publication))];
  const advice =
    ids.length === 0 ? [] : [`Untuk mengoreksi: ${ids.map((id) => `--replaces ${id}`).join(' ')} --reason "ALASAN"`];
  return ['Tidak ada yang diimpor.', ...faults, ...changes, ...advice].join('\n');
}

function place(file: string | null, line: number | null, column: string | null): string {
  const parts = [file, line === null ? null : `baris ${line}`, column === null ? null : `kolom ${column}`];
  const shown = parts.filter((part) => part !== null).join(', ');
  return file === null && shown !== '' ? `${shown}: ` : shown;
}
