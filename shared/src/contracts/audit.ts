import * as z from 'zod/mini';

import { AuditDetail, AuditEvent, AuditOffice } from '../audit/event.ts';
import { SubjectId } from '../domain/assessment.ts';
import { FIELDS, FieldValue } from '../domain/change.ts';
import { PointsText } from '../domain/points.ts';
import { WITH_YEAR } from '../domain/text.ts';
import { Sha256 } from '../publication/payload.ts';
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
  /** A field of which nothing is left, because its retention was over. */
  z.object({
    kind: z.literal('removed'),
    unit: z.string(),
    indicator: z.nullable(z.string()),
    subject: SubjectId,
    field: z.enum(FIELDS),
    at: z.nullable(z.iso.datetime()),
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
  /**
   * What it did to the score of the one unit that is asked about, as the answers would have given it before and after; null
   * where nothing is asked about, or the event entered nothing. A score is null while something was missing.
   */
  effect: z.nullable(z.object({ before: z.nullable(PointsText), after: z.nullable(PointsText) })),
  beforeHash: z.nullable(z.string()),
  afterHash: z.nullable(z.string()),
  hash: z.string(),
});
export type AuditLine = z.infer<typeof AuditLine>;

const OFFICE = z.object({ office: AuditOffice });
const READERS = ['national-admin', 'head'] as const;
const Day = z.iso.date().check(z.regex(WITH_YEAR));

/** What to look for; everything that is named must fit. */
const FILTERS = {
  /** Only events about this thing, in which it is named, that this person did, or that entered something in this unit. */
  subject: z.optional(z.string().check(z.maxLength(128))),
  /** Only actions of one kind: `answers`, `assessment`, `person`. */
  kind: z.optional(z.string().check(z.regex(/^[a-z-]{1,40}$/))),
  /** First and last day, in the time zone of the office. */
  from: z.optional(Day),
  until: z.optional(Day),
};

export const listAudit = contract({
  method: 'GET',
  path: '/api/audit/:office',
  summary: 'Events of an office, newest first, fifty at a time',
  who: READERS,
  params: OFFICE,
  query: z.object({
    /** Only events before this sequence number. */
    before: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
    ...FILTERS,
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

export const exportAudit = contract({
  method: 'GET',
  path: '/api/audit/:office/file',
  summary: 'The same as CSV, newest first, as long as it is',
  who: READERS,
  params: OFFICE,
  query: z.object(FILTERS),
  ok: z.undefined(),
  problems: ['invalid-request', 'not-found'],
});

export const checkAudit = contract({
  method: 'GET',
  path: '/api/audit/:office/check',
  summary: 'Follows the chain of an office by some thousand events from where the last answer ended',
  who: READERS,
  params: OFFICE,
  query: z.object({
    /** Where the last answer ended: all three, or none to begin. */
    sequence: z.optional(z.coerce.number().check(z.int(), z.minimum(1))),
    hash: z.optional(Sha256),
    at: z.optional(z.iso.datetime({ precision: 3 })),
  }),
  ok: z.object({
    /** Events of the office at this moment. */
    total: z.int(),
    /** Up to where the chain holds; null before the first event. */
    last: z.nullable(z.object({ sequence: z.int(), hash: Sha256, at: z.iso.datetime({ precision: 3 }) })),
    /** The end was reached, and the events end where the head says. */
    isDone: z.boolean(),
    /** The first event that does not fit, and what is wrong with it; null while the chain holds. */
    fault: z.nullable(z.object({ problem: z.string(), sequence: z.nullable(z.int()) })),
  }),
  problems: ['invalid-request', 'not-found'],
});
