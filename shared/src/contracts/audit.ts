import * as z from 'zod/mini';

import { AuditDetail, AuditEvent, AuditOffice } from '../audit/event.ts';
import { contract } from './contract.ts';

/** What was done, in a form that a page can say in words; names come from outside the chain and may be gone. */

/** One value that an event changed; null where there was none, or where it is no longer kept. */
export const AuditDifference = z.object({
  /** What changed: a field, an indicator, a grant. */
  what: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
});

export const AuditLine = z.object({
  office: AuditOffice,
  sequence: z.int(),
  at: z.iso.datetime(),
  actor: z.object({ kind: AuditEvent.shape.actorKind, name: z.nullable(z.string()), id: z.string() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.nullable(z.string()) }),
  detail: AuditDetail,
  differences: z.array(AuditDifference),
  hash: z.string(),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const listAudit = contract({
  method: 'GET',
  path: '/api/audit/:office',
  summary: 'Events of an office, newest first, fifty at a time',
  who: ['national-admin', 'head'],
  params: z.object({ office: AuditOffice }),
  query: z.object({
    /** Only events before this sequence number. */
    before: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
    /** Only events about this thing. */
    subject: z.optional(z.string().check(z.maxLength(128))),
  }),
  ok: z.object({
    office: AuditOffice,
    /** Offices the caller may look at. */
    offices: z.array(z.object({ office: AuditOffice, name: z.string() })),
    head: z.nullable(z.object({ sequence: z.int(), hash: z.string() })),
    lines: z.array(AuditLine),
    more: z.boolean(),
  }),
  problems: ['invalid-request', 'not-found'],
});
