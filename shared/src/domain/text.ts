import * as z from 'zod/mini';

/** What the reader of a problem is told about such a text. */
export const NOT_STORABLE = 'Memuat karakter yang tidak dapat disimpan';

/** See `storable`; the server asks it of every text that comes in, so that no contract can forget it. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

/**
 * For every text a person enters: without NUL, which Postgres cannot hold, and without half a character (a lone
 * surrogate), which no UTF-8 can carry. HTML, SQL and everything else is text like any other.
 */
export const storable = z.refine<string>(isStorable, { error: NOT_STORABLE });

/** For moments and dates that come in: ISO 8601 has a year 0, the calendar of Postgres begins with 1. */
export const WITH_YEAR = /^(?!0000)/;

/** A name that stands in tables, messages and on paper: nothing that breaks the line or moves what stands around it. */
export const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;
