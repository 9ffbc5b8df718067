import * as z from 'zod/mini';

/** One unit in one period: where it stands, and who is asked in it. */

/**
 * `assigned → in-progress → submitted → (returned → submitted)* → verified → final`, or `not-assessed`. What is verified
 * becomes final when the clarification window is over or switched off.
 */
export const ASSESSMENT_STATES = [
  'assigned',
  'in-progress',
  'submitted',
  'returned',
  'verified',
  'final',
  'not-assessed',
] as const;
export const AssessmentState = z.enum(ASSESSMENT_STATES);
export type AssessmentState = z.infer<typeof AssessmentState>;

/** Why a unit of the period is not assessed: counted apart, never as zero. */
export const NotAssessedReason = z.enum(['unreachable', 'closed', 'disaster', 'refused', 'other']);
export type NotAssessedReason = z.infer<typeof NotAssessedReason>;

/**
 * Whom or what an answer is about, in one unit. Products, officers and complaint officers are numbered, because the
 * instrument says how many there are; a user gets an id on the device that interviews, because several devices interview
 * at once. Users have no name anywhere. A piece of evidence and a visit are entered under ids of their own for the same
 * reason; nothing is asked about them.
 */
export const SubjectId = z
  .string()
  .check(
    z.regex(
      /^(?:unit|(?:product|officer|complaint-officer)-[1-9]\d?|(?:user|evidence|visit)-[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/,
    ),
  )
  .brand<'SubjectId'>();
export type SubjectId = z.infer<typeof SubjectId>;

export const UNIT_SUBJECT: SubjectId = SubjectId.parse('unit');

export const Presence = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('present') }),
  z.strictObject({ state: z.literal('vacant') }),
  /** For a user: the interview was broken off or entered by mistake, and does not count. */
  z.strictObject({ state: z.literal('absent') }),
  /** Of a user: the person took their consent back; nothing they said counts or is shown (UU 27/2022 art. 9). */
  z.strictObject({ state: z.literal('withdrawn') }),
  z.strictObject({ state: z.literal('same-person'), sameAs: z.int().check(z.minimum(1), z.maximum(99)) }),
]);
export type Presence = z.infer<typeof Presence>;

/** What is asked about a user besides the answers: groups, never who it is (UU 27/2022). */
export const UserProfile = z.strictObject({
  gender: z.enum(['female', 'male']),
  ageBand: z.enum(['17-25', '26-35', '36-45', '46-55', '56+']),
  education: z.enum(['none', 'primary', 'lower-secondary', 'upper-secondary', 'diploma', 'bachelor', 'postgraduate']),
  work: z.enum(['civil-servant', 'private', 'self-employed', 'farmer-fisher', 'student', 'homemaker', 'other']),
});
export type UserProfile = z.infer<typeof UserProfile>;
