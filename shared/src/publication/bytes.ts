/** Text and bytes, the same in Node and in the browser. */

// Standard in both, but the compiler's list of either one's globals is not known in shared.
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode: (bytes: Uint8Array) => string };

/** The text of UTF-8 bytes, a byte order mark included; undefined where they are not valid UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
