import * as z from 'zod/mini';

import { AuditDetail, AuditEvent, AuditOffice } from '../audit/event.ts';
import { SubjectId } from '../domain/assessment.ts';
import { FieldValue } from '../domain/change.ts';
import { contract } from './contract.ts';

/** What was done, in a form that a page can say in words; names come from outside the chain and may be gone. */

/** One value that an event changed. */
export const AuditDifference = z.discriminatedUnion('kind', [
  /** A word of the code became another one: `state`, `was`. */
  z.object({
    kind: z.literal('word'),
    what: z.string(),
    before: z.nullable(z.string()),
    after: z.nullable(z.string()),
  }),
  /** A field of an assessment; null where nothing had been entered. */
  z.object({
    kind: z.literal('cell'),
    unit: z.string(),
    indicator: z.nullable(z.string()),
    subject: SubjectId,
    before: z.nullable(FieldValue),
    after: FieldValue,
  }),
]);
export type AuditDifference = z.infer<typeof AuditDifference>;

export const AuditLine = z.object({
  office: AuditOffice,
  sequence: z.int(),
  at: z.iso.datetime(),
  actor: z.object({ kind: AuditEvent.shape.actorKind, name: z.nullable(z.string()), id: z.string() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.nullable(z.string()) }),
  detail: AuditDetail,
  /** Names of what the detail holds by its id, where they are still known. */
  names: z.record(z.string(), z.string()),
  /** At most forty; `moreDifferences` counts the others. */
  differences: z.array(AuditDifference),
  moreDifferences: z.int(),
  beforeHash: z.nullable(z.string()),
  afterHash: z.nullable(z.string()),
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
    /** Only events about this thing, in which it is named, or that this person did. */
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
