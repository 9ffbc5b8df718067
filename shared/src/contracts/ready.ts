import type { Instrument, UnitKind } from '../domain/instrument.ts';

/**
 * “Siap dikunjungi”: what a unit may prepare before it is visited. Made of the instrument and the kind of unit alone;
 * nothing in it knows a unit, a person or a result.
 */
export interface ReadyKind {
  readonly id: UnitKind;
  /** Names the kind in addresses, for good: links to it travel by chat and on paper. */
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  /** Whether its score counts for the local government, or nationally. */
  readonly counts: 'local' | 'national';
}

/** The checklist of one kind of unit in one year. */
export interface ReadyPage {
  readonly page: 'ready';
  readonly instrument: Instrument;
  readonly year: number;
  /** Years with an instrument, newest first. */
  readonly years: readonly number[];
  readonly kind: ReadyKind;
}

/** Where a reader chooses the kind of unit. */
export interface ReadyIndexPage {
  readonly page: 'ready-index';
  readonly year: number;
  readonly years: readonly number[];
  readonly kinds: readonly ReadyKind[];
}

/** Documents to fill in, by the name of their file; the page offers what the server makes. */
export const READY_TEMPLATES = ['contoh-maklumat-pelayanan.docx', 'contoh-sk-petugas-pengaduan.docx'] as const;
export type ReadyTemplate = (typeof READY_TEMPLATES)[number];

export function readyAddress(year: number, slug: string): string {
  return `/siap-dikunjungi/${year}/${slug}`;
}

export function readyTemplateAddress(template: ReadyTemplate): string {
  return `/siap-dikunjungi/contoh/${template}`;
}
