import type { PeriodKind, Phase } from '@patuh/shared/domain/period';

/** Periods, their days, and the lot of second visits. */

export const PERIOD_KIND: Readonly<Record<PeriodKind, string>> = {
  season: 'Penilaian',
  trial: 'Uji coba',
  comparison: 'Kunjungan kedua',
};

export const PHASE_NAME: Readonly<Record<Phase, string>> = {
  workshop: 'Pendampingan',
  fieldwork: 'Pengambilan data',
  verification: 'Verifikasi',
  clarification: 'Klarifikasi',
  'national-check': 'Pemeriksaan nasional',
  publication: 'Penerbitan',
};

export const planText = {
  title: 'Rencana',
  lead: 'Periode penilaian, hari-harinya, dan siapa mengunjungi unit mana.',
  emptyTitle: 'Belum ada periode',
  emptyBody: 'Periode yang dibuka oleh kantor pusat muncul di sini. Perwakilan dapat membuat uji coba sendiri.',
  back: 'Semua periode',
  tabs: { period: 'Periode', units: 'Unit', teams: 'Tim', lot: 'Undian' },
  tabsLabel: 'Bagian rencana',
  allUnits: 'Daftar unit layanan',
  province: 'Provinsi',
  chooseProvince: 'Pilih provinsi',
  chooseFirst: 'Pilih provinsi yang rencananya hendak dilihat.',
  opened: 'Dibuka',
  planning: 'Sedang direncanakan',
  trialMark: 'Uji coba – tidak dipublikasikan',
  demo: 'Data contoh',
  counts: (units: number, assigned: number) =>
    units === 0
      ? 'Belum ada unit dalam rencana.'
      : `${units} unit dalam rencana, ${assigned} di antaranya sudah mempunyai tim.`,
} as const;
