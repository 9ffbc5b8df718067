import type { GovernmentKind } from '@patuh/shared/domain/government';

const kinds = {
  ministry: 'Kementerian',
  agency: 'Lembaga',
  province: 'Provinsi',
  city: 'Kota',
  regency: 'Kabupaten',
} as const satisfies Record<GovernmentKind, string>;

/** Texts of the national counts page. */
export const nationalText = {
  title: (year: number) => `Rekap nasional ${year}`,
  documentTitle: (year: number) => `Rekap nasional ${year}: jumlah instansi per zona`,
  description: (year: number) =>
    `Jumlah kementerian, lembaga, provinsi, kota, dan kabupaten di zona hijau, kuning, dan merah tahun ${year}, dengan persentase dan sumbernya.`,
  sentence: (total: number, green: number, yellow: number, red: number) =>
    `Dari ${total} instansi yang dinilai, ${green} di zona hijau, ${yellow} di zona kuning, dan ${red} di zona merah.`,
  yearSwitch: 'Tahun',
  caption: (year: number) => `Jumlah dan persentase instansi per jenis dan zona, ${year}`,
  kind: 'Jenis instansi',
  assessed: 'Dinilai',
  total: 'Jumlah',
  kinds,
  percentOf:
    'Setiap persentase dihitung dari jumlah yang dinilai di baris yang sama, dibulatkan ke dua desimal (setengah ke atas).',
  roundingRow: (kind: string, sum: string) => `${kind}: persentasenya berjumlah ${sum} % karena pembulatan.`,
  publishedAs: 'Angka ini diambil dari pengumuman, tidak dihitung dari daftar per daerah.',
  source: (title: string) => `Sumber: ${title}`,
  boundsTitle: (year: number) => `Batas zona ${year}`,
  compareTitle: 'Perbandingan dengan tahun lain',
  compareCaption: 'Seluruh instansi per tahun',
  compareYear: 'Tahun',
  greenFrom: 'Hijau mulai',
  yellowFrom: 'Kuning mulai',
  warningBands:
    'Batas zona tidak sama di semua tahun ini. Sebagian perubahan jumlah terjadi karena batasnya bergeser, bukan karena pelayanannya berubah.',
  warningMethod: 'Cara menilai juga tidak sama di semua tahun ini.',
  warningHowMuch:
    'Dari angka rekap saja tidak dapat dihitung seberapa besar bagian itu, karena nilai setiap instansi tidak tercatat.',
  compareLinks: 'Buka tahun lain untuk melihat angkanya:',
  dataTitle: 'Data',
  downloadJson: 'Unduh JSON',
  downloadCsv: 'Unduh CSV',
  publicationFile: 'Berkas publikasi',
  methodLink: (year: number) => `Cara menilai ${year}`,
} as const;
