/** Where one answer is: the mark beside it. */
export const fieldStatusText = {
  marks: {
    saving: 'Menyimpan…',
    failed: 'Tidak dapat disimpan di perangkat ini. Jangan tutup halaman; coba jawab lagi.',
    'on-device-durable': 'Tersimpan di perangkat ini',
    'on-device': 'Tercatat, belum terkirim',
    'on-server': 'Terkirim',
  },
  enteredBy: (name: string, time: string) => `diisi ${name}, ${time}`,
} as const;
