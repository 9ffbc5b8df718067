/** How a kind of unit calls its head and what it gives to people: examples, not a list of what is assessed. */
interface KindWords {
  readonly head: string;
  readonly products?: string;
}

const DEPARTMENT = 'kepala dinas';

/** By the id of the kind; one that is missing here is spoken of in general words. */
export const readyKinds: Readonly<Record<string, KindWords>> = {
  health: { head: DEPARTMENT, products: 'rekomendasi izin praktik tenaga kesehatan, sertifikat laik higiene sanitasi' },
  education: {
    head: DEPARTMENT,
    products: 'mutasi peserta didik, legalisasi ijazah, izin pendirian satuan pendidikan',
  },
  social: { head: DEPARTMENT, products: 'pembaruan data penerima bantuan sosial, rekomendasi jaminan kesehatan' },
  'one-stop-licensing': { head: DEPARTMENT, products: 'izin praktik tenaga kesehatan, persetujuan bangunan gedung' },
  'civil-registry': { head: DEPARTMENT, products: 'KTP elektronik, kartu keluarga, akta kelahiran' },
  puskesmas: { head: 'kepala Puskesmas', products: 'pemeriksaan umum, kesehatan ibu dan anak, imunisasi, rujukan' },
  hospital: { head: 'direktur rumah sakit', products: 'rawat jalan, gawat darurat, rawat inap' },
  subdistrict: { head: 'camat', products: 'surat pengantar, surat keterangan, rekomendasi' },
  'other-office': { head: 'kepala perangkat daerah' },
  polres: { head: 'kepala kepolisian resor', products: 'SIM, SKCK, surat keterangan kehilangan, tanda terima laporan' },
  'land-office': { head: 'kepala kantor pertanahan', products: 'pengecekan sertipikat, peralihan hak, roya' },
};

export const ANY_HEAD = 'pimpinan unit';
