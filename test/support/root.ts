import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'data', 'coverage', '.artifacts', '.env']);

/** Every folder and file of ours, as paths with forward slashes from the top of the checkout. */
export async function ourEntries(): Promise<{ readonly files: string[]; readonly folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  async function walk(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (NOT_OURS.has(entry.name)) continue;
      const path = join(folder, entry.name);
      const name = relative(ROOT, path).split(sep).join('/');
      if (entry.isDirectory()) {
        folders.push(name);
        await walk(path);
      } else if (entry.isFile()) {
        files.push(name);
      }
    }
  }
  await walk(ROOT);
  return { files: files.toSorted(), folders: folders.toSorted() };
}

/** Runs a program of node_modules with this Node and returns what it printed, whatever its exit code. */
export function runTool(bin: string, args: readonly string[], cwd: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'node_modules', bin), ...args],
      { cwd, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
        resolve({ code, output: stdout + (code === 0 ? '' : stderr) });
      },
    );
  });
}
