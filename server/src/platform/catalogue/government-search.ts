import MiniSearch from 'minisearch';

import type { Reference, ReferenceGovernment } from './reference.ts';

const LIMIT = 12;

/** Finds governments by name or code as people type them: parts of words, misspelt by a letter or two. */
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
  return (text) => {
    const allWords = index.search(text, { combineWith: 'AND' });
    const found = allWords.length > 0 ? allWords : index.search(text, { combineWith: 'OR' });
    return found.slice(0, LIMIT).flatMap((hit) => all.filter((government) => government.code === hit.id));
  };
}
