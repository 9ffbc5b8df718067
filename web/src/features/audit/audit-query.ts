import { AuditOffice } from '@patuh/shared/audit/event';
import * as z from 'zod/mini';

/** What of the audit is looked at, as the address says it. */
export interface AuditQuery {
  readonly subject?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const NAMES = { subject: 'tentang', kind: 'jenis', from: 'dari', until: 'sampai' } as const;
const Day = z.iso.date();

export function queryIn(search: URLSearchParams): AuditQuery {
  const read = (name: keyof typeof NAMES): string | undefined => search.get(NAMES[name]) ?? undefined;
  return {
    subject: read('subject'),
    kind: read('kind'),
    from: Day.safeParse(read('from')).data,
    until: Day.safeParse(read('until')).data,
  };
}

export function officeIn(search: URLSearchParams): AuditOffice | undefined {
  return AuditOffice.safeParse(search.get('kantor')).data;
}

/** The part of the address that says it; `before` is the place in the chain where a page begins. */
export function searchOf(office: string, query: AuditQuery, before?: number): URLSearchParams {
  const search = new URLSearchParams({ kantor: office });
  for (const name of ['subject', 'kind', 'from', 'until'] as const) {
    const value = query[name];
    if (value !== undefined && value !== '') search.set(NAMES[name], value);
  }
  if (before !== undefined) search.set('sebelum', String(before));
  return search;
}
