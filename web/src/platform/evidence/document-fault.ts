import { DOCUMENT_BYTES } from '@patuh/shared/domain/evidence';

import type { FileFault } from './file-fault.ts';

/** Names of a PDF that make it do something when it is opened, or carry another file in. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z0-9])/;

/**
 * Why a PDF cannot be evidence; undefined if it can, as far as it can be read without unpacking it. The server looks again,
 * and closer.
 */
export function documentFault(bytes: Uint8Array): FileFault | undefined {
  if (bytes.length > DOCUMENT_BYTES) return 'too-large';
  const content = new TextDecoder('latin1').decode(bytes);
  if (!content.slice(-2_048).includes('%%EOF')) return 'unreadable';
  // Letters of a name may be written as numbers: /J#61vaScript.
  const names = content.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return ACTIVE.test(names) ? 'active-content' : undefined;
}
