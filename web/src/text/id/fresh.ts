import { formatCount } from '../../ui/number.ts';

/** Words of pages that keep themselves up to date. */
export const freshText = {
  updated: (time: string): string => `Diperbarui ${time}, dan terus diperbarui sendiri.`,
  notUpdated: (time: string): string =>
    `Belum dapat diperbarui; yang tampil adalah keadaan ${time}. Dicoba lagi sendiri.`,
  now: 'Perbarui sekarang',
} as const;

/** How long ago something was, at a moment: `3 jam lalu`. */
export function agoWords(iso: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(iso)) / 60_000));
  if (minutes < 2) return 'baru saja';
  if (minutes < 60) return `${formatCount(minutes)} menit lalu`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${formatCount(hours)} jam lalu` : `${formatCount(Math.floor(hours / 24))} hari lalu`;
}
