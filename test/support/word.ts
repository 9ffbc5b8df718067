import { strFromU8, unzipSync } from 'fflate';

/** What a word processor finds in a DOCX: its parts by their path, as text. */
export function wordParts(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** The text of the document, a line for each paragraph. */
export function wordText(bytes: Uint8Array): string {
  const { 'word/document.xml': body = '' } = wordParts(bytes);
  return body
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&');
}
