import type { CaseInput } from '@patuh/shared/contracts/calibration';
import { IndicatorId } from '@patuh/shared/domain/instrument';

import type { DemoPersonKey } from './people.ts';

export type PracticeCase = CaseInput;

/** Situations that a workshop of the demo agreed on. */
export const PRACTICE_CASES: readonly PracticeCase[] = [
  practice(
    'persyaratan',
    'Persyaratan tertempel lengkap di loket. Situs unit hanya memuat berita kegiatan.',
    2,
    'Lengkap, tetapi hanya di tempat layanan. Tingkat tertinggi memerlukan publikasi elektronik juga.',
  ),
  practice(
    'jangka-waktu',
    'Papan di loket menyebut “paling lama 5 hari kerja”; halaman layanan di situs menyebut hal yang sama.',
    3,
    'Dalam angka, di tempat layanan dan secara elektronik.',
  ),
  practice(
    'biaya',
    'Petugas mengatakan layanan gratis dan memperlihatkan peraturan bupati. Tidak ada pengumuman.',
    1,
    'Sudah ditetapkan dalam dokumen, tetapi tidak dipublikasikan. Keterangan lisan bukan publikasi.',
  ),
  practice(
    'maklumat-layanan',
    'Maklumat berbingkai ditandatangani kepala dinas dan menghadap pengunjung, tetapi tidak memuat sanksi.',
    2,
    'Dipublikasikan di satu media dan isinya belum lengkap.',
  ),
  practice(
    'atribut-petugas',
    'Empat petugas berseragam. Dua di antaranya menyimpan kartu identitas di saku.',
    2,
    'Semua berseragam, tetapi sebagian kartu identitas tidak terbaca.',
  ),
  practice(
    'sarana-berkebutuhan-khusus',
    'Ada kursi roda dan loket prioritas. Jalur landai terhalang pot bunga dan tidak dapat dilalui.',
    1,
    'Hanya dua dari enam hal yang dapat digunakan. Jalur yang terhalang tidak dihitung.',
  ),
  practice(
    'penyuluhan-masyarakat',
    'Laporan menyebut dua penyuluhan di balai desa, dengan daftar hadir dan bahan.',
    2,
    'Sasaran dan bahannya jelas, tetapi kurang dari empat kali.',
  ),
  practice(
    'mekanisme-pengaduan',
    'Bagan alur pengaduan lengkap tertempel di ruang tunggu dan ditetapkan dengan keputusan kepala dinas.',
    3,
    'Tertulis, lengkap, dan diumumkan.',
  ),
  practice(
    'dokumentasi-pengaduan',
    'Register mencatat tanggal dan isi aduan. Kolom hasil dibiarkan kosong sejak Maret.',
    1,
    'Dicatat, tetapi tidak lengkap.',
  ),
  practice(
    'dasar-hukum-standar',
    'Keputusan penetapan ada dan berlaku, tetapi satu layanan baru belum tercantum di lampirannya.',
    2,
    'Belum mencakup semua jenis layanan.',
  ),
];

/** What people of the field said, case after case; the assessor of the west still has four before them. */
export function practiceAnswers(): readonly { readonly by: DemoPersonKey; readonly levels: readonly number[] }[] {
  return [
    { by: 'assessorEast', levels: [2, 3, 2, 2, 2, 1, 2, 3, 2, 2] },
    { by: 'enumeratorEastOne', levels: [3, 3, 2, 3, 2, 2, 2, 3, 1, 2] },
    { by: 'enumeratorEastTwo', levels: [2, 3, 1, 2, 1, 1, 2, 3, 1, 3] },
    { by: 'assessorWest', levels: [2, 3, 1, 2, 2, 1] },
    { by: 'enumeratorWestOne', levels: [2, 2, 1, 1, 2, 1, 1, 3, 1, 2] },
    { by: 'assessorSecond', levels: [2, 3, 1, 2, 2, 1, 2, 3, 1, 2] },
  ];
}

function practice(indicatorId: string, situation: string, level: number, reason: string): PracticeCase {
  return { indicatorId: IndicatorId.parse(indicatorId), situation, level, reason, photo: null };
}
