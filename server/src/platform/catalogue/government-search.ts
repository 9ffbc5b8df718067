import MiniSearch from 'minisearch';

import type { Reference, ReferenceGovernment } from './reference.ts';

const LIMIT = 12;

/**
 * Finds governments as people type them: first by the whole name, code (Kemendagri or BPS) or initials (TTU), however it
 * is spaced; then by parts of words, misspelt by a letter or two.
 */
export function governmentSearch(reference: Reference): (text: string) => readonly ReferenceGovernment[] {
  const index = new MiniSearch<{ id: string; name: string; code: string; province: string }>({
    fields: ['name', 'code', 'province'],
    searchOptions: {
      boost: { name: 3, code: 4 },
      prefix: (term) => term.length >= 2,
      fuzzy: (term) => (term.length >= 4 ? 0.34 : false),
    },
  });
  const all = [...reference.governments.values()];
  index.addAll(
    all.map((government) => ({
      id: government.code,
      name: government.name,
      code: government.code,
      province: reference.provinces.get(government.provinceCode)?.name ?? '',
    })),
  );
  const whole = Map.groupBy(
    all.flatMap((government) => wholeNames(government).map((name) => ({ name, government }))),
    ({ name }) => name,
  );
  return (text) => {
    const exact = (whole.get(squeezed(text)) ?? []).map(({ government }) => government);
    const allWords = index.search(text, { combineWith: 'AND' });
    const found = allWords.length > 0 ? allWords : index.search(text, { combineWith: 'OR' });
    const others = found.flatMap((hit) => all.filter((government) => government.code === hit.id));
    return [...new Set([...exact, ...others])].slice(0, LIMIT);
  };
}

/** “Pangkal Pinang” is Pangkalpinang, and 53.14 is 5314. */
function squeezed(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

function wholeNames({ name, code, bpsCode }: ReferenceGovernment): readonly string[] {
  const proper = name.replace(/^(?:Kabupaten|Kota|Provinsi) /, '');
  const words = proper.split(' ');
  const initials = words.length >= 3 ? [words.map((word) => word.charAt(0)).join('')] : [];
  return [...new Set([name, proper, code, bpsCode ?? code, ...initials].map(squeezed))];
}
