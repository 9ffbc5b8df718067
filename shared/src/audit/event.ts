import * as z from 'zod/mini';

import { ProvinceCode } from '../domain/government.ts';
import { Sha256 } from '../publication/payload.ts';

/**
 * What the audit holds: who did what to which thing, as ids and hashes. No name, no address, no reason in words: those
 * stay where they can be removed one day (UU 27/2022), and an event can never be removed.
 */

/** Who keeps the chain: the national office, or the office of a province. */
export const AuditOffice = z.union([z.literal('pusat'), ProvinceCode]);
export type AuditOffice = z.infer<typeof AuditOffice>;

/** What can be done that leaves an event. A new action is a new member here. */
export const AUDIT_ACTIONS = [
  'publication.imported',
  'publication.corrected',
  /** Was there before there was an audit; written by the migration that began it. */
  'publication.recorded',
  'publication.published',
  'reference.changed',
  'demo.loaded',
  'key.changed',
  'backup.made',
  'backup.restored',
  'person.created',
  'person.grants-changed',
  'person.reset',
  'person.closed',
  'person.opened',
  'person.joined',
  'person.password-changed',
  'person.second-factor-on',
  'person.signed-out',
  /** The region somebody comes from. */
  'person.home-changed',
  /** What somebody held went to others. */
  'person.handed-over',
  'duties.given',
  'answers.pushed',
  /** Whoever brought it; what was in it is pushed as its author’s. */
  'field-file.taken',
  /** Somebody got their own data key back. */
  'custody.opened',
  /** A file arrived whole. */
  'evidence.received',
  /** What of a photo is hidden outside, or that nobody outside sees it. */
  'photo.cleared',
  'photo.withheld',
  'assessment.submitted',
  'assessment.not-assessed',
  'assessment.reopened',
  'assessment.returned',
  'assessment.verified',
  'point.settled',
  'late-change.decided',
  'section.accepted',
  /** Answers one by one. */
  'places.accepted',
  'verifier.allowed',
  'document.requested',
  'document.extended',
  'document.link-renewed',
  /** Through the link, by whoever holds it. */
  'document.received',
  'document.decided',
  'team.created',
  'team.renamed',
  'team.member-joined',
  'team.member-left',
  /** A head said why something that looks wrong in the plan is right. */
  'team.warning-answered',
  /** A unit got its team, its first or another one. */
  'unit.assigned',
  'period.created',
  'period.changed',
  'period.opened',
  'period.days-changed',
  /** Which units a second team assesses again. */
  'period.lot-drawn',
  'unit.registered',
  'unit.renamed',
  'unit.moved',
  'unit.split',
  'unit.closed',
  'unit.reopened',
  'plan.units-added',
  'plan.units-removed',
  /** A file of units was taken in. */
  'plan.imported',
  /** Somebody saw what second visits say about them. */
  'quality.answered',
  'calibration.case-added',
  'calibration.case-removed',
  'calibration.answered',
  /** How long a kind of personal data is kept. */
  'retention.changed',
  /** A kind of personal data was taken away on schedule. */
  'data.purged',
  /** Name and address of a closed account went. */
  'person.forgotten',
  'release.prepared',
  'release.withdrawn',
] as const;

/** An id: no space and no `@`, so that neither a sentence nor an e-mail address fits. */
const Token = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/));
const Word = z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/));

/** A command is known by its own name: the name of who typed it in the operating system is personal data too. */
export const AuditActor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), id: Word }),
  z.strictObject({ kind: z.literal('person'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('system'), id: Word }),
]);
export type AuditActor = z.infer<typeof AuditActor>;

export const AuditDetail = z
  .record(z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/)), z.union([Token, z.int()]))
  .check(z.refine((detail) => Object.keys(detail).length <= 10, 'at most ten'));
export type AuditDetail = z.infer<typeof AuditDetail>;

/** What a feature says about something it did, in the transaction that did it. */
export const AuditEntry = z.strictObject({
  office: AuditOffice,
  actor: AuditActor,
  action: z.enum(AUDIT_ACTIONS),
  subject: z.strictObject({ kind: Word, id: Token }),
  /** Hash of the thing as it was; null where there was none. */
  beforeHash: z.nullable(Sha256),
  /** Hash of the thing as it is now; null where there is none any more. */
  afterHash: z.nullable(Sha256),
  detail: AuditDetail,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** One link of an office's chain, as it is stored and hashed. Actions of a newer version are links too. */
export const AuditEvent = z.strictObject({
  office: AuditOffice,
  /** Place in the chain of the office, from 1 without gaps. */
  sequence: z.int().check(z.minimum(1)),
  id: z.uuid(),
  at: z.iso.datetime({ precision: 3 }),
  actorKind: z.enum(['command', 'person', 'system']),
  actor: Token,
  action: z.string().check(z.regex(/^[a-z-]+\.[a-z-]+$/)),
  subjectKind: Word,
  subjectId: Token,
  beforeHash: z.nullable(Sha256),
  afterHash: z.nullable(Sha256),
  detail: AuditDetail,
  /** Hash of the event before it; null for the first. */
  previous: z.nullable(Sha256),
  hash: Sha256,
});
export type AuditEvent = z.infer<typeof AuditEvent>;
