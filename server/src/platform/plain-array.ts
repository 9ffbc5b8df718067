/**
 * A column of values that need no quotes (ids, numbers, moments) as the database reads an array. The driver looks at every
 * value and puts each in quotes, which for the rows of a push costs as much as everything that is decided about them.
 */
export function plainArray(values: readonly (string | number | Date)[]): string {
  return `{${values.map((value) => (value instanceof Date ? value.toISOString() : value)).join(',')}}`;
}
