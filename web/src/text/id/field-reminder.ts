/** Once a day, while answers have not left the device for longer than that. */
export const fieldReminderText = {
  title: (count: number) => `${count} jawaban sudah lebih dari sehari hanya ada di perangkat ini`,
  body: 'Kalau perangkat ini hilang atau rusak, jawaban itu ikut hilang. Kirim sekarang, atau simpan berkas dan titipkan kepada rekan.',
  send: 'Kirim sekarang',
  file: 'Simpan berkas',
  away: 'Ingatkan lagi besok',
} as const;
