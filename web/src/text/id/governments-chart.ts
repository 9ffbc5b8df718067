/** Texts of the history chart; apart, because they travel to the browser with it. */
export const chartText = {
  title: 'Grafik riwayat',
  loading: 'Grafik dimuat setelah tabel. Angka yang sama ada di tabel di atas.',
  failed: 'Grafik tidak dapat dimuat. Semua angkanya ada di tabel di atas.',
  name: (name: string) => `Grafik nilai ${name} per tahun. Angka yang sama ada di tabel riwayat.`,
  note: 'Garis hanya menghubungkan nilai yang dinilai dengan cara yang sama. Batang tegak: nilainya tidak diketahui, hanya zona atau kategorinya. Garis putus-putus mendatar: batas bawah kategori pada tahun itu.',
  bound: (band: string, lower: string) => `${band} ≥ ${lower}`,
} as const;
