import type { Zone } from '@patuh/shared/domain/zone';

/** The three zones in the words of the Ombudsman; the letter makes them distinct without colour. */
export const ZONE_TEXT: Readonly<Record<Zone, { readonly letter: string; readonly word: string }>> = {
  green: { letter: 'H', word: 'Hijau' },
  yellow: { letter: 'K', word: 'Kuning' },
  red: { letter: 'M', word: 'Merah' },
};

/** "zona hijau" inside a sentence. */
export function zonePhrase(zone: Zone): string {
  return `zona ${ZONE_TEXT[zone].word.toLowerCase()}`;
}

export const ZONE_PREFIX = 'Zona';
export const NO_ZONE = 'Tanpa zona';
