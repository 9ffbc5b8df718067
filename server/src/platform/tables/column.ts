import type { ColumnType } from 'kysely';

/** A moment: read as a date, written as one or as its text. */
export type Moment = ColumnType<Date, Date | string, Date | string>;

/** Written once, with its row, and never again. */
export type Fixed<T> = ColumnType<T, T, never>;
