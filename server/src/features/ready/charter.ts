import { REMARK, type Template } from './template.ts';

/** Maklumat pelayanan: UU 25/2009 art. 22 asks for it, PermenPANRB 15/2014 says what it promises. */
export const CHARTER: Template = {
  title: 'Contoh maklumat pelayanan',
  remark: REMARK,
  blocks: [
    { block: 'heading', lines: ['[KOP SURAT UNIT LAYANAN]'] },
    { block: 'heading', lines: ['MAKLUMAT PELAYANAN', '[NAMA UNIT LAYANAN]', 'NOMOR: [nomor]'] },
    {
      block: 'paragraph',
      text: 'Berdasarkan Pasal 22 Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik dan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014 tentang Pedoman Standar Pelayanan, dengan ini kami, pimpinan dan seluruh pelaksana [nama unit layanan], menyatakan:',
    },
    {
      block: 'list',
      marks: 'numbers',
      items: [
        'sanggup menyelenggarakan pelayanan sesuai dengan standar pelayanan yang ditetapkan dengan Keputusan [jabatan yang menetapkan] Nomor [nomor] Tahun [tahun];',
        'memberikan pelayanan sesuai dengan kewajiban dan melakukan perbaikan secara terus-menerus; dan',
        'bersedia menerima sanksi sesuai dengan ketentuan peraturan perundang-undangan dan/atau memberikan kompensasi berupa [bentuk kompensasi] apabila pelayanan yang kami berikan tidak sesuai dengan standar pelayanan.',
      ],
    },
    {
      block: 'paragraph',
      text: 'Pengaduan atas pelayanan kami dapat disampaikan kepada [nama atau jabatan petugas pengaduan] di [tempat], telepon atau WhatsApp [nomor], surat elektronik [alamat], atau melalui SP4N-LAPOR! (www.lapor.go.id).',
    },
    {
      block: 'signature',
      lines: ['[tempat], [tanggal]', '[Jabatan pimpinan unit],', '', '', '', '[Nama lengkap]', 'NIP [nomor]'],
    },
    { block: 'new-page' },
    { block: 'heading', lines: ['PETUNJUK PENGISIAN', '(halaman ini dihapus)'] },
    {
      block: 'list',
      marks: 'points',
      items: [
        'Ketiga pernyataan dipertahankan: kesanggupan melaksanakan standar, kesediaan memperbaiki diri, dan kesediaan menerima sanksi dan/atau memberikan kompensasi.',
        'Standar pelayanan yang disebut harus sudah ditetapkan dan masih berlaku.',
        'Kompensasi hanya ditulis bila benar-benar dapat diberikan, misalnya layanan didahulukan, hasil diantar, atau biaya dikembalikan.',
        'Maklumat ditandatangani pimpinan, diberi tanggal, dan diperbarui bila pimpinan atau standarnya berganti.',
        'Maklumat wajib dipublikasikan secara luas (Pasal 22 ayat (2)): pasang di tempat pengguna dilayani dan unggah isi yang sama di situs web atau media sosial resmi.',
      ],
    },
  ],
};
