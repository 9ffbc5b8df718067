/** Also where the clock of the device was set back meanwhile: what is to come is of no use as a date. */
export function isOlder(iso: string | undefined, age: number, now: Date): boolean {
  const then = Date.parse(iso ?? '');
  return Number.isNaN(then) || Math.abs(now.getTime() - then) > age;
}
