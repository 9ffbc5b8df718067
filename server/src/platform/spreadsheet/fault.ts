/** A file of a spreadsheet that cannot be read: what to do about it, and where it is if it has a place. */
export class SheetFault extends Error {
  override readonly name = 'SheetFault';
  readonly places: readonly FaultPlace[];

  constructor(places: readonly FaultPlace[]) {
    super(places[0]?.message ?? '');
    this.places = places;
  }
}

export interface FaultPlace {
  readonly row: number | null;
  /** Letter of the column. */
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
}

/** About the file as a whole. */
export function wholeFile(message: string): SheetFault {
  return new SheetFault([{ row: null, column: null, value: null, message }]);
}

export const BROKEN =
  'Berkas tidak terbaca; mungkin terpotong saat dikirim. Simpan ulang dari aplikasi lembar kerja, lalu coba lagi.';
