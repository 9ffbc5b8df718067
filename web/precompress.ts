import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Writes `.br` and `.gz` beside every file of a folder that gains by it, at their best: it happens once per build, not per reader. */
export async function precompress(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const plain = entries
    .filter((entry) => entry.isFile() && !/\.(?:br|gz|png)$/.test(entry.name))
    .map(({ name }) => join(folder, name));
  await Promise.all(
    plain.map(async (file) => {
      const bytes = await readFile(file);
      await writeFile(`${file}.br`, await compressBrotli(bytes));
      await writeFile(`${file}.gz`, await compressGzip(bytes, { level: 9 }));
    }),
  );
}
