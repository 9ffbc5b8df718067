import canonicalize from 'canonicalize';

/**
 * The one text of a value by RFC 8785: sorted keys, no spaces, shortest numbers. Throws a TypeError that names the place
 * of anything JSON cannot say (undefined, NaN, a Date), because dropping it silently would sign something else.
 */
export function canonicalText(value: unknown): string {
  refuseWhatJsonCannotSay(value, '$');
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  return text;
}

function refuseWhatJsonCannotSay(value: unknown, place: string): void {
  if (Array.isArray(value)) {
    // By index, because the gaps of a sparse array are skipped by its own iteration.
    for (let index = 0; index < value.length; index += 1) refuseWhatJsonCannotSay(value[index], `${place}[${index}]`);
    return;
  }
  if (isPlainObject(value)) {
    for (const [key, member] of Object.entries(value)) refuseWhatJsonCannotSay(member, `${place}.${key}`);
    return;
  }
  if (!isPrimitiveOfJson(value)) throw new TypeError(`${place} is ${nameOf(value)}, which JSON cannot say`);
}

function isPrimitiveOfJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function nameOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' ? 'an object of a class' : typeof value;
}
