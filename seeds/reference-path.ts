import { fileURLToPath } from 'node:url';

/** Path of a file of the reference data: `referencePath('published', 'published-results.csv')`. */
export function referencePath(...parts: readonly string[]): string {
  return fileURLToPath(new URL(['reference', ...parts].join('/'), import.meta.url));
}
