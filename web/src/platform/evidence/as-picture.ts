import type { Bytes } from '../field-store/file-shelf.ts';
import { toBase64 } from '../vault/seal.ts';

/** An address of a photo for an `<img>`: the security policy lets pages show nothing that a script made but this. */
export function asPicture(jpeg: Bytes): string {
  return `data:image/jpeg;base64,${toBase64(jpeg)}`;
}
