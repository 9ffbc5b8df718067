import { open } from 'node:fs/promises';

/** The bytes of a file, one more than `most` at the most: an endless or huge file must not fill the memory. */
export async function readBounded(path: string, most: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of handle.createReadStream({ end: most, autoClose: false })) {
      if (chunk instanceof Buffer) chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
}
