import type { Chance } from './chance.ts';

/** What an assessor writes beside a low level, per indicator. Users are not quoted: what they say is only counted. */
const NOTES: Readonly<Record<string, string>> = {
  'komponen-standar-pelayanan': 'Hanya menyebut persyaratan dan waktu; komponen lain tidak diketahui.',
  'tugas-dan-wewenang': 'Uraian tugas tidak dapat ditunjukkan saat wawancara.',
  'pengetahuan-ombudsman': 'Menyamakan Ombudsman dengan inspektorat.',
  'bentuk-maladministrasi': 'Hanya menyebut pungutan liar.',
  'rekomendasi-ombudsman': 'Belum pernah membaca rekomendasi Ombudsman.',
  'layanan-ramah-kelompok-rentan': 'Menyebut lansia dan difabel, tanpa contoh cara melayani.',
  'frekuensi-pengawasan-internal': 'Laporan pengawasan hanya satu, tanpa catatan tindak lanjut.',
  'kecukupan-pelaksana': 'Dokumen ABK belum diperbarui sejak struktur organisasi berubah.',
  'penjaminan-mutu': 'Rencana ada di lemari arsip, belum ada bukti pelaksanaan.',
  'jaminan-keamanan-keselamatan': 'Alat pemadam ada tetapi sudah lewat masa berlakunya.',
  'instrumen-evaluasi-pelaksana': 'Hanya memakai penilaian kinerja pegawai tahunan.',
  'dasar-hukum-standar': 'Keputusan penetapan standar masih berupa rancangan.',
  'sarana-pengguna-layanan': 'Ruang tunggu sempit; toilet pengguna terkunci saat dikunjungi.',
  'sarana-berkebutuhan-khusus': 'Belum ada jalur kursi roda; loket terlalu tinggi.',
  'penyuluhan-masyarakat': 'Penyuluhan satu kali, daftar hadir tidak lengkap.',
  persyaratan: 'Persyaratan ada di map petugas, tidak ditempel.',
  'sistem-mekanisme-prosedur': 'Bagan alur belum dipasang dan tidak ada di situs.',
  'jangka-waktu': 'Waktu penyelesaian ditulis “secepatnya”.',
  biaya: 'Tidak ada keterangan bahwa layanan ini gratis.',
  'produk-pelayanan': 'Hasil layanan tidak disebutkan dalam standar.',
  'maklumat-layanan': 'Maklumat dicetak, tetapi masih digulung di ruang tata usaha.',
  'pelayanan-khusus': 'Dilayani bila diminta; tidak ada ketentuan tertulis.',
  'visi-misi': 'Visi dan misi hanya ada di dokumen rencana strategis.',
  motto: 'Motto berbeda antara spanduk dan situs.',
  'atribut-petugas': 'Sebagian petugas tanpa kartu identitas.',
  'pelayanan-terpadu': 'Pemohon masih harus ke bidang lain untuk tanda tangan.',
  'sarana-pengaduan': 'Kotak saran kosong dan kuncinya tidak ditemukan.',
  'mekanisme-pengaduan': 'Petugas menjelaskan lisan; prosedur tertulis belum ada.',
  'petugas-pengaduan': 'Surat penunjukan tahun lalu belum diperpanjang.',
  'tindak-lanjut-pengaduan': 'Tanggal tindak lanjut tidak dicatat, jadi ketepatan waktu tidak dapat dibuktikan.',
  'dokumentasi-pengaduan': 'Buku pengaduan berhenti di bulan Februari.',
  'pembinaan-evaluasi-pengaduan': 'Arahan hanya lisan dalam apel pagi.',
};

/** A note for that level; most low levels have one, higher ones explain themselves. */
export function noteFor(indicatorId: string, level: number, chance: Chance): string | undefined {
  if (level > 1) return undefined;
  return level === 0 || chance.next() < 0.6 ? NOTES[indicatorId] : undefined;
}

/** Why fewer users than the target were interviewed. */
export const FEW_USERS_REASONS = [
  'Pengguna yang datang selama dua hari kunjungan lebih sedikit dari sasaran.',
  'Layanan hanya dibuka sampai siang pada hari kunjungan.',
  'Sebagian pengguna tidak bersedia diwawancarai karena terburu-buru.',
  'Kunjungan dipersingkat karena kapal kembali lebih awal.',
] as const;

const PRODUCTS: Readonly<Record<string, readonly [string, string]>> = {
  health: ['Izin praktik tenaga kesehatan', 'Rekomendasi izin apotek'],
  education: ['Legalisasi ijazah', 'Surat pindah sekolah'],
  social: ['Rekomendasi bantuan sosial', 'Surat keterangan terdaftar di DTKS'],
  'one-stop-licensing': ['Persetujuan bangunan gedung', 'Izin reklame'],
  'civil-registry': ['Kartu tanda penduduk elektronik', 'Akta kelahiran'],
  puskesmas: ['Rawat jalan umum', 'Pelayanan kesehatan ibu dan anak'],
};

/** The two products that are observed in a unit of this kind. */
export function productsOf(unitKind: string): readonly [string, string] {
  return PRODUCTS[unitKind] ?? ['Layanan pertama', 'Layanan kedua'];
}
