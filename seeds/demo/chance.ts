import { createHash } from 'node:crypto';

/** Chance that is the same each time: the demo is the same for everybody who looks at it. */
export interface Chance {
  /** From 0 up to, never reaching, 1. */
  readonly next: () => number;
  readonly pick: <const Item>(items: readonly [Item, ...Item[]]) => Item;
}

/** `name` decides everything that comes out. */
export function chanceOf(name: string): Chance {
  let state = digest(name).readUInt32LE(0);
  // mulberry32: small, and good enough for what only has to look uneven.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, pick: (items) => items[Math.floor(next() * items.length)] ?? items[0] };
}

/** A UUID of version 4 that hangs on the name alone. */
export function uuidOf(name: string): string {
  return written(digest(name).subarray(0, 16), 4);
}

/** A UUID of version 7: made at that moment, the rest hangs on the name. */
export function uuidAt(name: string, at: Date): string {
  const bytes = Buffer.from(digest(name).subarray(0, 16));
  bytes.writeUIntBE(at.getTime(), 0, 6);
  return written(bytes, 7);
}

function written(source: Uint8Array, version: 4 | 7): string {
  const bytes = Buffer.from(source);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | (version << 4), 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function digest(name: string): Buffer {
  return createHash('sha256').update(`patuh demo: ${name}`).digest();
}
