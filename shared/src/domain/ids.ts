import * as z from 'zod/mini';

/** Ids of what people make while working: random, so that nobody can guess that a thing exists. */

/** In small letters, as the database gives them back: the same id is the same text everywhere. */
const Uuid = z.uuid().check(z.toLowerCase());

export const PersonId = Uuid.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** One sign-in on one device. */
export const SessionId = Uuid.brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

export const UnitId = Uuid.brand<'UnitId'>();
export type UnitId = z.infer<typeof UnitId>;

export const PeriodId = Uuid.brand<'PeriodId'>();
export type PeriodId = z.infer<typeof PeriodId>;

export const TeamId = Uuid.brand<'TeamId'>();
export type TeamId = z.infer<typeof TeamId>;

/** One unit in one period. */
export const AssessmentId = Uuid.brand<'AssessmentId'>();
export type AssessmentId = z.infer<typeof AssessmentId>;

/** The store of answers of one person on one device; numbers its own changes. */
export const DeviceId = Uuid.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** Version 7: made on the device, in the order in which it made them. */
export const ChangeId = z.uuidv7().check(z.toLowerCase()).brand<'ChangeId'>();
export type ChangeId = z.infer<typeof ChangeId>;

/** One push: everything one request stored. */
export const PushId = Uuid.brand<'PushId'>();
export type PushId = z.infer<typeof PushId>;

/** One point that a verifier gave back. */
export const PointId = Uuid.brand<'PointId'>();
export type PointId = z.infer<typeof PointId>;

/** A publication in preparation: becomes a publication when a second person approves it. */
export const ReleaseId = Uuid.brand<'ReleaseId'>();
export type ReleaseId = z.infer<typeof ReleaseId>;

/** One file of unsent answers, handed from phone to phone or to the office. */
export const FieldFileId = Uuid.brand<'FieldFileId'>();
export type FieldFileId = z.infer<typeof FieldFileId>;

/** One document that the office asked of a unit after the visit. */
export const DocumentRequestId = Uuid.brand<'DocumentRequestId'>();
export type DocumentRequestId = z.infer<typeof DocumentRequestId>;

/** One case that everybody scores for practice before the season. */
export const CalibrationCaseId = Uuid.brand<'CalibrationCaseId'>();
export type CalibrationCaseId = z.infer<typeof CalibrationCaseId>;

/** One decision about what of a photo may be seen outside. */
export const ClearanceId = Uuid.brand<'ClearanceId'>();
export type ClearanceId = z.infer<typeof ClearanceId>;
