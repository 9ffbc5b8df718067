import * as z from 'zod/mini';

/**
 * For every text a person enters: without NUL, which Postgres cannot hold, and without half a character (a lone
 * surrogate), which no UTF-8 can carry. HTML, SQL and everything else is text like any other.
 */
export const storable = z.refine<string>((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text), {
  error: 'Memuat karakter yang tidak dapat disimpan',
});
