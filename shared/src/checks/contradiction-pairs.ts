/**
 * Pairs of answers that can hardly both be true, by the level texts of the instruments of 2022–2024. They are remarks:
 * a unit can be odd, and the level texts are not the official ones. An instrument without the indicators has no such
 * pair.
 */
export interface ContradictionPair {
  readonly indicatorId: string;
  readonly levels: readonly [lowest: number, highest: number];
  readonly otherIndicatorId: string;
  readonly otherLevels: readonly [lowest: number, highest: number];
  /** Why both cannot be true. */
  readonly because: string;
}

export const CONTRADICTION_PAIRS: readonly ContradictionPair[] = [
  {
    indicatorId: 'rekomendasi-ombudsman',
    levels: [2, 3],
    otherIndicatorId: 'pengetahuan-ombudsman',
    otherLevels: [0, 0],
    because: 'Who explains what a recommendation of the Ombudsman demands has heard of the Ombudsman.',
  },
  {
    indicatorId: 'persyaratan',
    levels: [0, 0],
    otherIndicatorId: 'dasar-hukum-standar',
    otherLevels: [3, 3],
    because:
      'A standard in force for every service sets its requirements too (UU 25/2009 art. 21): a product without them is not covered.',
  },
  {
    indicatorId: 'petugas-pengaduan',
    levels: [0, 0],
    otherIndicatorId: 'sarana-pengaduan',
    otherLevels: [2, 3],
    because: 'Complaints that clearly have somebody who manages them have somebody appointed.',
  },
  {
    indicatorId: 'tindak-lanjut-pengaduan',
    levels: [1, 3],
    otherIndicatorId: 'dokumentasi-pengaduan',
    otherLevels: [0, 0],
    because: 'Where complaints are not recorded, no share of them can be shown to have been followed up in time.',
  },
];
