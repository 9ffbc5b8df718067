/** What a file is by its content; its name and what the phone calls it prove nothing. */
export type FileKind = 'empty' | 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf' | 'other';

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(bytes, 0, 8) === '\u0089PNG\r\n\u001A\n') return 'png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (text(bytes, 4, 8) === 'ftyp' && HEIC.has(text(bytes, 8, 12))) return 'heic';
  return text(bytes, 0, 5) === '%PDF-' ? 'pdf' : 'other';
}

const HEIC: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1', 'avif']);

/** One character for each byte. */
export function text(bytes: Uint8Array, from: number, to: number): string {
  let found = '';
  for (const byte of bytes.subarray(from, to)) found += String.fromCharCode(byte);
  return found;
}
