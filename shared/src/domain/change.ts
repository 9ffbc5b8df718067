import * as z from 'zod/mini';

import { Presence, SubjectId, UserProfile } from './assessment.ts';
import { EvidencePiece, Position } from './evidence.ts';
import { Explanation } from './explanation.ts';
import { AssessmentId, ChangeId, DeviceId } from './ids.ts';
import { IndicatorId } from './instrument.ts';
import { storable, WITH_YEAR } from './text.ts';
import { Visit } from './visit.ts';

/** Every edit is a change; nothing is ever overwritten. What follows from changes is decided in `shared/sync`. */

const Prose = z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(2_000));

/**
 * A field with its value: `answer` and `note` belong to an indicator, `explanations` to an indicator or a subject, the
 * others to a subject.
 */
export const FieldValue = z.discriminatedUnion('field', [
  z.strictObject({
    field: z.literal('answer'),
    value: z.nullable(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('level'), level: z.int().check(z.minimum(0), z.maximum(10)) }),
        z.strictObject({ kind: z.literal('not-applicable'), reason: Prose }),
      ]),
    ),
  }),
  z.strictObject({ field: z.literal('note'), value: z.nullable(Prose) }),
  z.strictObject({ field: z.literal('presence'), value: Presence }),
  /** Name of a product. */
  z.strictObject({
    field: z.literal('name'),
    value: z.nullable(z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(160))),
  }),
  z.strictObject({ field: z.literal('profile'), value: UserProfile }),
  /** Why fewer users than the target were interviewed; of the unit. */
  z.strictObject({ field: z.literal('few-users-reason'), value: z.nullable(Prose) }),
  /** Whether the answers are copied from a form of paper; of the unit, or of one interview. */
  z.strictObject({ field: z.literal('from-paper'), value: z.boolean() }),
  /** Whether a user agreed to be interviewed after the sentence was read out. */
  z.strictObject({ field: z.literal('consent'), value: z.boolean() }),
  /** One piece of evidence, under its own subject; null once it was taken back. */
  z.strictObject({ field: z.literal('evidence'), value: z.nullable(EvidencePiece) }),
  /** The record of one visit, under its own subject; null once it was taken back. */
  z.strictObject({ field: z.literal('visit'), value: z.nullable(Visit) }),
  /** Where the unit is; of the unit. */
  z.strictObject({ field: z.literal('unit-place'), value: z.nullable(Position) }),
  /** What the team says to warnings at this place, one sentence per kind. */
  z.strictObject({ field: z.literal('explanations'), value: z.array(Explanation).check(z.maxLength(12)) }),
]);
export type FieldValue = z.infer<typeof FieldValue>;
export type Field = FieldValue['field'];
export const FIELDS = [
  'answer',
  'note',
  'presence',
  'name',
  'profile',
  'few-users-reason',
  'from-paper',
  'consent',
  'evidence',
  'visit',
  'unit-place',
  'explanations',
] as const satisfies readonly Field[];

const where = {
  assessmentId: AssessmentId,
  /** Null where the field belongs to a subject. */
  indicatorId: z.nullable(IndicatorId),
  subjectId: SubjectId,
};

/** The place of one value in an assessment. */
export interface CellKey {
  readonly indicatorId: IndicatorId | null;
  readonly subjectId: SubjectId;
  readonly field: Field;
}

export const Change = z.strictObject({
  id: ChangeId,
  ...where,
  /** What was entered, with the name of its field. */
  entry: FieldValue,
  /** Ids of the changes whose value was on the screen: usually none or one, several when a conflict was resolved. */
  base: z.array(ChangeId).check(z.maxLength(16)),
  /** Number of the change on its device, from 1 without gaps. */
  seq: z.int().check(z.minimum(1), z.maximum(1_000_000_000)),
  /** What the clock of the device said: recorded, never used for order. */
  madeAt: z.iso.datetime({ precision: 3 }).check(z.regex(WITH_YEAR)),
  deviceId: DeviceId,
});
export type Change = z.infer<typeof Change>;

/** What somebody entered, before a device gives it a number. Numbers may be given anew, this never changes. */
export const Edit = z.omit(Change, { seq: true, deviceId: true });
export type Edit = z.infer<typeof Edit>;

/** Why one change of a push was not taken; the others are not held up by it. */
export const ChangeRefusal = z.enum([
  /** Not an assessment of one's team, or none at all; kept in quarantine. */
  'unknown-assessment',
  'unknown-indicator',
  'unknown-subject',
  /** The field does not exist there: a note of a subject, a profile of an officer. */
  'wrong-field',
  'level-out-of-range',
  'not-applicable-not-allowed',
  /** Another change with this id, or with this number of the device, was stored before. */
  'id-used',
  'number-used',
]);
export type ChangeRefusal = z.infer<typeof ChangeRefusal>;

/** What became of one change. */
export const ChangeAnswer = z.discriminatedUnion('outcome', [
  z.object({ id: ChangeId, outcome: z.literal('applied') }),
  z.object({ id: ChangeId, outcome: z.literal('duplicate') }),
  /** Stored and current; the other value is kept beside it until a person chooses. */
  z.object({ id: ChangeId, outcome: z.literal('conflict'), with: z.array(ChangeId) }),
  /** After the unit was handed in, or as not assessed: stored and listed as *terlambat*; nothing moves by it. */
  z.object({ id: ChangeId, outcome: z.literal('late') }),
  /** Not stored: the device must send the changes from `expected` on first. */
  z.object({ id: ChangeId, outcome: z.literal('held'), expected: z.int() }),
  z.object({ id: ChangeId, outcome: z.literal('refused'), reason: ChangeRefusal }),
]);
export type ChangeAnswer = z.infer<typeof ChangeAnswer>;

/** One value of a cell that nobody has replaced. */
export const CellValue = z.object({
  changeId: ChangeId,
  entry: FieldValue,
  /** Name of the person who entered it; pseudonymous to nobody in the team. */
  by: z.string(),
  at: z.iso.datetime(),
});
export type CellValue = z.infer<typeof CellValue>;

/** A cell as the server holds it: its current value, and the others while a conflict waits for a person. */
export const Cell = z.object({
  indicatorId: z.nullable(IndicatorId),
  subjectId: SubjectId,
  current: CellValue,
  others: z.array(CellValue),
});
export type Cell = z.infer<typeof Cell>;
