import type { CarriedEdit, CarriedFile } from './field-store.ts';

/** What is in files that the server does not have yet: what it has comes back with a pull. */
export function carriedEdits(files: readonly CarriedFile[]): readonly CarriedEdit[] {
  return files.flatMap(({ opened, deliveredAt }) => (deliveredAt === null ? (opened ?? []) : []));
}
