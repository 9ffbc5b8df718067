import * as z from 'zod/mini';

/** hijau, kuning, merah. A year may have bands without zones (2025). */
export const ZONES = ['green', 'yellow', 'red'] as const;
export const Zone = z.enum(ZONES);
export type Zone = z.infer<typeof Zone>;
