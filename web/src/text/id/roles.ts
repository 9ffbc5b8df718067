import type { Role } from '@patuh/shared/domain/actor';

/** Roles as people call them. */
export const roleText = {
  'national-admin': 'Administrator nasional',
  head: 'Kepala Perwakilan',
  verifier: 'Verifikator',
  assessor: 'Asesor',
  enumerator: 'Enumerator',
  sekda: 'Sekretariat daerah',
  'unit-contact': 'Narahubung unit',
  observer: 'Pengamat',
} as const satisfies Record<Role, string>;

/** What a role may do, in one sentence for whoever gives it. */
export const roleMeaning = {
  'national-admin': 'Mengatur semua orang, melihat semua kantor, ikut menerbitkan.',
  head: 'Mengatur orang di provinsinya, memutuskan pengecualian, ikut menerbitkan.',
  verifier: 'Memeriksa, mengembalikan, dan menerima penilaian di provinsinya.',
  assessor: 'Menilai dan menyerahkan unit timnya.',
  enumerator: 'Mewawancarai dan mengamati bersama asesor timnya.',
  sekda: 'Melihat hasil pemerintah daerahnya sendiri.',
  'unit-contact': 'Dihubungi untuk satu unit layanan.',
  observer: 'Membaca hasil, tidak mengubah apa pun.',
} as const satisfies Record<Role, string>;

export const scopeText = {
  national: 'seluruh Indonesia',
  province: (name: string) => `Provinsi ${name}`,
  provinceCode: (code: string) => `provinsi ${code}`,
  governmentCode: (code: string) => `daerah ${code}`,
  unit: 'satu unit layanan',
} as const;
