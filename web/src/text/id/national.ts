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
  sentence: (total: string, [green, yellow, red]: readonly [number, number, number]) =>
    `Dari ${total} instansi yang dinilai, ${green} di zona hijau, ${yellow} di zona kuning, dan ${red} di zona merah.`,
  homeCrumb: 'Beranda',
  share: (percent: string, assessed: number) => `${percent} dari ${assessed}`,
  kindsTitle: 'Per jenis instansi',
  method: 'Cara menilai',
  warningTitle: 'Hati-hati membandingkan',
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
  dataTitle: 'Data',
  downloadJson: 'Unduh JSON',
  downloadCsv: 'Unduh CSV',
  publicationFile: 'Berkas publikasi',
  methodLink: (year: number) => `Cara menilai ${year}`,
} as const;
