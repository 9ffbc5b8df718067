import { NUMBERED_KINDS, type NumberedKind } from '../domain/answer.ts';
import { type Presence, SubjectId, UNIT_SUBJECT, type UserProfile } from '../domain/assessment.ts';
import type { Cell } from '../domain/change.ts';
import type { Instrument, UnitKind } from '../domain/instrument.ts';
import { currentValues } from './values.ts';

/** What `shared/sync` needs of a cell: its place and its current value, as the server or the phone holds it. */
export type HeldCell = Pick<Cell, 'indicatorId' | 'subjectId'> & {
  readonly current: Pick<Cell['current'], 'entry'>;
};

/** Whom or what a unit is asked about, as the form shows it. */
export interface AssessmentSubject {
  readonly id: SubjectId;
  readonly kind: 'unit' | NumberedKind;
  /** From 1 within the kind; of users the place in the order of their ids. The unit itself has 0. */
  readonly number: number;
  /** Only a `present` subject is asked and counted. */
  readonly presence: Presence;
  /** Of a product. */
  readonly name: string | null;
  /** Of a user. */
  readonly profile: UserProfile | null;
  /** Of a user: whether they agreed to be interviewed; null where nobody said. */
  readonly consent: boolean | null;
}

const PRESENT: Presence = { state: 'present' };

/**
 * All subjects of one assessment: the unit, as many products, officers and complaint officers as the instrument names
 * for this kind of unit, and every user of whom something was entered. They are present until somebody says otherwise.
 */
export function subjectsOf(
  instrument: Instrument,
  unitKind: UnitKind,
  cells: readonly HeldCell[],
): readonly AssessmentSubject[] {
  const values = currentValues(cells);
  const subject = (id: SubjectId, kind: AssessmentSubject['kind'], number: number): AssessmentSubject => ({
    id,
    kind,
    number,
    presence: values.presence(id) ?? PRESENT,
    name: values.name(id),
    profile: values.profile(id),
    consent: values.consent(id),
  });
  const numbered = NUMBERED_KINDS.flatMap((kind) =>
    kind === 'user'
      ? userIds(instrument, cells).map((id, index) => subject(id, kind, index + 1))
      : planned(instrument, unitKind, kind).map((id, index) => subject(id, kind, index + 1)),
  );
  return [subject(UNIT_SUBJECT, 'unit', 0), ...numbered];
}

/** What a subject id can name: whom or what is asked about, or something that is entered under an id of its own. */
export type NamedKind = 'unit' | NumberedKind | 'evidence' | 'visit';

/** The kind a subject id names. */
export function subjectKindOf(id: SubjectId): NamedKind {
  return ([...NUMBERED_KINDS, 'evidence', 'visit'] as const).find((kind) => id.startsWith(`${kind}-`)) ?? 'unit';
}

/**
 * How many of a kind the instrument asks for in this kind of unit; 0 where it asks none. Neither more nor fewer exist of
 * products, officers and complaint officers: a third product would make the sample of one unit different from that of
 * its neighbours. Of users it is the target.
 */
export function targetOf({ rules }: Instrument, unitKind: UnitKind, kind: NumberedKind): number {
  const count = rules.subjects.find(({ subject }) => subject === kind);
  return count?.targetPerUnitKind?.[unitKind] ?? count?.target ?? 0;
}

function planned(instrument: Instrument, unitKind: UnitKind, kind: NumberedKind): readonly SubjectId[] {
  const length = targetOf(instrument, unitKind, kind);
  return Array.from({ length }, (_, index) => SubjectId.parse(`${kind}-${index + 1}`));
}

// Every cell counts, not only a presence: an answer that arrives before it is never passed over.
function userIds({ rules }: Instrument, cells: readonly HeldCell[]): readonly SubjectId[] {
  if (!rules.subjects.some(({ subject }) => subject === 'user')) return [];
  const ids = cells.map(({ subjectId }) => subjectId).filter((id) => subjectKindOf(id) === 'user');
  return [...new Set(ids)].toSorted();
}
