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

/** Reads and checks a JSON file; throws a ReferenceError that names the path inside it (`tree[0].children[2].part`). */
export function readJson<Schema extends z.core.$ZodType>(file: string, schema: Schema): z.output<Schema> {
  return checkJson(file, readText(file), schema);
}

/** As `readJson`, for a text that is already there. */
export function checkJson<Schema extends z.core.$ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.output<Schema> {
  return checked(
    file,
    [],
    schema,
    parsed(file, (): unknown => JSON.parse(text)),
  );
}

/** Reads and checks a CSV file with a header; throws a ReferenceError that names line and column. */
export function readCsv<Schema extends z.core.$ZodType>(file: string, row: Schema): readonly z.output<Schema>[] {
  return checkCsv(file, readText(file), row);
}

/** As `readCsv`, for a text that is already there. */
export function checkCsv<Schema extends z.core.$ZodType>(
  file: string,
  text: string,
  row: Schema,
): readonly z.output<Schema>[] {
  const rows = parsed(file, () => parseCsv<Record<string, string>>(text, { columns: true }));
  return rows.map((cells, index) => checked(file, [`line ${index + 2}`], row, cells));
}

function readText(file: string): string {
  return parsed(file, () => readFileSync(referencePath(file), 'utf8'));
}

function parsed<Value>(file: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw new ReferenceError(file, [String(error)]);
  }
}

function checked<Schema extends z.core.$ZodType>(
  file: string,
  where: Path,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  // The locale is given to each parse instead of to the whole program, whose users read another language.
  const result = z.safeParse(schema, value, { error: z.locales.en().localeError });
  if (result.success) return result.data;
  throw new ReferenceError(
    file,
    result.error.issues.flatMap((issue) => sentences(issue, where)),
  );
}

type Path = readonly PropertyKey[];

/** Of a union's alternatives only the one the value claims to be (by `node`) is worth reporting. */
function sentences(issue: z.core.$ZodIssue, above: Path): readonly string[] {
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
