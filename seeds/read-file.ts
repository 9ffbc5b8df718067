import { readFileSync } from 'node:fs';

import { parse as parseCsv } from 'csv-parse/sync';
import * as z from 'zod/mini';

import { referencePath } from './reference-path.ts';

/** A fault in a file of the reference data: which file, where in it, and what is wrong there. */
export class ReferenceError extends Error {
  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `seeds/reference/${file}: ${problem}`).join('\n'));
    this.name = 'ReferenceError';
  }
}

// Given to each parse instead of to the whole program, whose users read another language.
const { localeError } = z.locales.en();

/** Reads and checks a JSON file; throws a ReferenceError that names the path inside it (`tree[0].children[2].part`). */
export function readJson<Schema extends z.core.$ZodType>(file: string, schema: Schema): z.output<Schema> {
  const result = z.safeParse(schema, parseJson(file), localeError && { error: localeError });
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => sentences(issue, []));
  throw new ReferenceError(file, problems);
}

/** Reads and checks a CSV file with a header; throws a ReferenceError that names line and column. */
export function readCsv<Schema extends z.core.$ZodType>(file: string, row: Schema): readonly z.output<Schema>[] {
  return parseRows(file).map((cells, index) => {
    const result = z.safeParse(row, cells, localeError && { error: localeError });
    if (result.success) return result.data;
    const problems = result.error.issues.flatMap((issue) => sentences(issue, [`line ${index + 2}`]));
    throw new ReferenceError(file, problems);
  });
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(referencePath(file), 'utf8'));
  } catch (error) {
    throw new ReferenceError(file, [String(error)]);
  }
}

function parseRows(file: string): readonly Record<string, string>[] {
  try {
    return parseCsv<Record<string, string>>(readFileSync(referencePath(file), 'utf8'), { columns: true });
  } catch (error) {
    throw new ReferenceError(file, [String(error)]);
  }
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Of a union's alternatives only the one the value claims to be (by `node`) is worth reporting. */
function sentences(issue: Issue, above: Path): readonly string[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((issues) => issues.every((inner) => inner.path[0] !== 'node'));
    if (meant) return meant.flatMap((inner) => sentences(inner, path));
  }
  return [`${pathText(path)}: ${issue.message}`];
}

function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}
