import { REMARK, type Template } from './template.ts';

const ABOUT = 'PENUNJUKAN PETUGAS PENGELOLA PENGADUAN PELAYANAN PUBLIK PADA [NAMA UNIT LAYANAN]';
const SIGNED = ['[JABATAN PIMPINAN UNIT],', '', '', '', '[Nama lengkap]', 'NIP [nomor]'];

/**
 * SK penunjukan petugas pengelola pengaduan. UU 25/2009 art. 36 asks for competent officers and public names; the limits
 * in working days are those of SP4N-LAPOR! (PermenPANRB 62/2018).
 */
export const APPOINTMENT: Template = {
  title: 'Contoh SK penunjukan petugas pengelola pengaduan',
  remark: REMARK,
  blocks: [
    { block: 'heading', lines: ['[KOP SURAT UNIT LAYANAN]'] },
    { block: 'heading', lines: ['KEPUTUSAN [JABATAN PIMPINAN UNIT]', 'NOMOR [NOMOR]', '', 'TENTANG', '', ABOUT] },
    { block: 'heading', lines: ['[JABATAN PIMPINAN UNIT],'] },
    {
      block: 'clauses',
      clauses: [
        {
          label: 'Menimbang',
          marks: 'letters',
          texts: [
            'bahwa penyelenggara pelayanan publik berkewajiban menyediakan sarana pengaduan dan menugaskan pelaksana yang kompeten dalam pengelolaan pengaduan sebagaimana dimaksud dalam Pasal 36 ayat (1) Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
            'bahwa agar pengaduan atas pelayanan [nama unit layanan] diterima, dicatat, dan diselesaikan secara cepat, tepat, tuntas, dan dapat dipertanggungjawabkan, perlu ditunjuk petugas pengelola pengaduan;',
            'bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan [jabatan pimpinan unit] tentang Penunjukan Petugas Pengelola Pengaduan Pelayanan Publik pada [nama unit layanan];',
          ],
        },
        {
          label: 'Mengingat',
          marks: 'numbers',
          texts: [
            'Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia;',
            'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
            'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah;',
            'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi;',
            'Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;',
            'Peraturan Presiden Nomor 76 Tahun 2013 tentang Pengelolaan Pengaduan Pelayanan Publik;',
            'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 62 Tahun 2018 tentang Pedoman Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional;',
            '[peraturan daerah atau peraturan kepala daerah yang terkait];',
          ],
        },
      ],
    },
    { block: 'heading', lines: ['MEMUTUSKAN:'] },
    {
      block: 'clauses',
      clauses: [
        { label: 'Menetapkan', texts: [`KEPUTUSAN [JABATAN PIMPINAN UNIT] TENTANG ${ABOUT}.`] },
        {
          label: 'KESATU',
          texts: [
            'Menunjuk petugas pengelola pengaduan pelayanan publik pada [nama unit layanan] dengan susunan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.',
          ],
        },
        {
          label: 'KEDUA',
          lead: 'Petugas sebagaimana dimaksud dalam Diktum KESATU mempunyai tugas:',
          marks: 'letters',
          texts: [
            'menerima pengaduan, permintaan informasi, dan aspirasi dari setiap sarana yang disediakan, termasuk SP4N-LAPOR!, dan mencatatnya dalam register dengan tanggal diterima;',
            'memberitahukan kepada pelapor bahwa laporannya diterima dan cara mengetahui perkembangannya;',
            'memverifikasi laporan paling lambat 3 (tiga) hari kerja sejak diterima;',
            'meneruskan laporan yang bukan kewenangan unit kepada instansi yang berwenang dan memberitahukannya kepada pelapor;',
            'memastikan laporan mulai ditindaklanjuti paling lambat 5 (lima) hari kerja setelah diteruskan kepada yang menangani;',
            'memastikan penyelesaian paling lambat 5 (lima) hari kerja untuk permintaan informasi dan aspirasi, 14 (empat belas) hari kerja untuk pengaduan tidak berkadar pengawasan, dan 60 (enam puluh) hari kerja untuk pengaduan berkadar pengawasan;',
            'menjaga kerahasiaan identitas pelapor dan melindungi data pribadinya; dan',
            'melaporkan jumlah, jenis, waktu penyelesaian, dan usul perbaikan layanan kepada [jabatan pimpinan unit] sedikitnya setiap 3 (tiga) bulan.',
          ],
        },
        {
          label: 'KETIGA',
          texts: [
            'Nama dan alamat penanggung jawab pengelola pengaduan serta sarana pengaduan diumumkan di tempat pelayanan dan secara elektronik.',
          ],
        },
        {
          label: 'KEEMPAT',
          texts: [
            'Dalam melaksanakan tugasnya, petugas pengelola pengaduan bertanggung jawab kepada [jabatan pimpinan unit].',
          ],
        },
        {
          label: 'KELIMA',
          texts: ['Biaya yang timbul akibat Keputusan ini dibebankan pada [sumber anggaran].'],
        },
        {
          label: 'KEENAM',
          texts: ['Keputusan ini mulai berlaku pada tanggal ditetapkan sampai dengan [tanggal, atau “dicabut”].'],
        },
      ],
    },
    { block: 'signature', lines: ['Ditetapkan di [tempat]', 'pada tanggal [tanggal]', '', ...SIGNED] },
    { block: 'paragraph', text: 'Tembusan:' },
    { block: 'list', marks: 'numbers', items: ['[atasan pimpinan unit];', 'petugas yang bersangkutan.'] },
    { block: 'new-page' },
    {
      block: 'heading',
      lines: [
        'LAMPIRAN',
        'KEPUTUSAN [JABATAN PIMPINAN UNIT]',
        'NOMOR [NOMOR]',
        '',
        `SUSUNAN ${ABOUT.replace('PENUNJUKAN ', '')}`,
      ],
    },
    {
      block: 'table',
      head: ['No.', 'Nama dan NIP', 'Jabatan', 'Kedudukan', 'Telepon dan surat elektronik'],
      rows: [
        ['1.', '[nama, NIP]', '[jabatan]', 'Penanggung jawab', '[nomor, alamat]'],
        ['2.', '[nama, NIP]', '[jabatan]', 'Penerima dan pencatat pengaduan', '[nomor, alamat]'],
        ['3.', '[nama, NIP]', '[jabatan]', 'Admin SP4N-LAPOR! dan penyusun laporan berkala', '[nomor, alamat]'],
      ],
    },
    { block: 'signature', lines: SIGNED },
  ],
};
