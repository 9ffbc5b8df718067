import type { FieldFile } from '@patuh/shared/contracts/field-files';

/** Ways in which a file leaves the device: into its storage, or to somebody by whatever app the person chooses. */

/** As plain text, which every phone and every messenger takes. */
export function asTextFile(file: FieldFile): File {
  return new File([JSON.stringify(file)], fileName(file), { type: 'text/plain' });
}

/** `patuh-titipan-maria-lede-2026-11-22-14.txt`: of whom, of which day, how many answers. */
export function fileName({ from, madeAt, entries }: Pick<FieldFile, 'from' | 'madeAt' | 'entries'>): string {
  const day = new Intl.DateTimeFormat('sv-SE').format(new Date(madeAt));
  return `patuh-titipan-${nameInFile(from.name)}-${day}-${entries.length}.txt`;
}

function nameInFile(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}+/gu, '');
  const plain = letters.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 40).replaceAll(/^-+|-+$/g, '') || 'petugas';
}

/** Milliseconds after which a download has surely begun. */
const BEGUN = 60_000;

export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), BEGUN);
}

/** Whether this browser hands files to other apps. */
export function canShare(file: File): boolean {
  const { canShare: can } = navigator as Partial<Navigator>;
  return can?.call(navigator, { files: [file] }) === true;
}

/** `dismissed`: the person went back, so nothing was handed over. `failed`: save it instead. */
export async function shareFile(file: File): Promise<'shared' | 'dismissed' | 'failed'> {
  try {
    await navigator.share({ files: [file], title: file.name });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'dismissed' : 'failed';
  }
}
