/**
 * A document to fill in, as words: what it says, not how Word stores it. A part in [square brackets] is a blank and is
 * shown as one.
 */
export interface Template {
  readonly title: string;
  /** On top of each template and told from it by a frame, so that nobody signs it by mistake. */
  readonly remark: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly block: 'heading'; readonly lines: readonly string[] }
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'list'; readonly items: readonly string[]; readonly marks: 'numbers' | 'points' }
  /** “Menimbang : a. … b. …”: a label, a colon, and one text or several that are counted. */
  | { readonly block: 'clauses'; readonly clauses: readonly Clause[] }
  | { readonly block: 'signature'; readonly lines: readonly string[] }
  | { readonly block: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly block: 'new-page' };

export interface Clause {
  readonly label: string;
  /** Stands before texts that are counted. */
  readonly lead?: string;
  readonly texts: readonly string[];
  /** How several texts are counted; a single one is not. */
  readonly marks?: 'letters' | 'numbers';
}

export const REMARK =
  'CONTOH. Isi semua bagian dalam [kurung siku], sesuaikan dengan keadaan unit dan pedoman tata naskah dinas yang berlaku, lalu hapus kotak ini. Contoh ini bukan nasihat hukum dan bukan dokumen resmi Ombudsman Republik Indonesia.';
