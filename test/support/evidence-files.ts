import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import sharp from 'sharp';
import { afterAll } from 'vitest';

/** A photo that looks like no other number’s: patches of grey, the same for the same number. */
export async function photo(
  number = 1,
  { width = 640, height = 480, quality = 80 }: { width?: number; height?: number; quality?: number } = {},
): Promise<Buffer> {
  let state = number * 2_654_435_761;
  const patches = Uint8Array.from({ length: 12 * 9 * 3 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return await sharp(patches, { raw: { width: 12, height: 9, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .jpeg({ quality })
    .toBuffer();
}

/** A section of a JPEG, put right behind its first marker. */
export function withSection(jpeg: Buffer, marker: number, body: string | Buffer): Buffer {
  const bytes = Buffer.from(body);
  const head = Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, bytes, jpeg.subarray(2)]);
}

/** A document of one page with these objects besides; every part may be text or bytes. */
export function pdf(...objects: readonly (string | Buffer)[]): Buffer {
  const page = [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj',
  ];
  const parts = ['%PDF-1.7\n%âãÏÓ', ...page, ...objects, 'trailer\n<< /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n'];
  return Buffer.concat(parts.flatMap((part) => [Buffer.from(part), Buffer.from('\n')]));
}

/** An object that holds packed bytes. */
export function packedObject(content: string | Buffer, dictionary = '/Type /ObjStm /N 1 /First 4'): Buffer {
  return Buffer.concat([
    Buffer.from(`9 0 obj\n<< ${dictionary} /Filter /FlateDecode >>\nstream\r\n`),
    deflateSync(content),
    Buffer.from('\nendstream\nendobj'),
  ]);
}

/** Puts bytes into a file of a folder that goes with the tests. */
export function filesOnDisk(): (bytes: Buffer | string) => Promise<string> {
  const folder = mkdtemp(join(tmpdir(), 'patuh-evidence-'));
  let count = 0;
  afterAll(async () => await rm(await folder, { recursive: true, force: true }));
  return async (bytes) => {
    const path = join(await folder, `file-${(count += 1)}`);
    await writeFile(path, bytes);
    return path;
  };
}
