import { type Presence, type SubjectId, UNIT_SUBJECT, type UserProfile } from '../domain/assessment.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { FieldValue } from '../domain/change.ts';
import type { EvidencePiece, Position } from '../domain/evidence.ts';
import type { WarningKind } from '../domain/explanation.ts';
import type { IndicatorId } from '../domain/instrument.ts';
import type { Visit } from '../domain/visit.ts';
import type { HeldCell } from './subjects.ts';
import { withoutWithdrawn } from './withdrawn.ts';

export type AnswerEntry = NonNullable<Extract<FieldValue, { field: 'answer' }>['value']>;

/** Current values by their place. What was cleared is missing, not empty. */
export interface CurrentValues {
  readonly answer: (indicatorId: IndicatorId, subjectId: SubjectId) => AnswerEntry | null;
  readonly note: (indicatorId: IndicatorId, subjectId: SubjectId) => string | null;
  readonly presence: (subjectId: SubjectId) => Presence | null;
  readonly name: (subjectId: SubjectId) => string | null;
  readonly profile: (subjectId: SubjectId) => UserProfile | null;
  readonly fewUsersReason: string | null;
  /** Whether the answers of a user are copied from paper: said of that interview, or of the whole unit. */
  readonly fromPaper: (subjectId: SubjectId) => boolean;
  /** Whether a user agreed to be interviewed; null where nobody said. */
  readonly consent: (subjectId: SubjectId) => boolean | null;
  /** In the order of their ids, which is roughly that in which they were made. */
  readonly evidence: readonly HeldPiece[];
  readonly visits: readonly HeldVisit[];
  readonly unitPlace: Position | null;
  /** What the team says to a warning at a place; null if nothing. `indicatorId` null: of the subject itself. */
  readonly explanation: (kind: WarningKind, indicatorId: IndicatorId | null, subjectId: SubjectId) => string | null;
}

export interface HeldPiece {
  readonly id: SubjectId;
  readonly piece: EvidencePiece;
}

export interface HeldVisit {
  readonly id: SubjectId;
  readonly visit: Visit;
}

/** Looks up what the cells hold; made once, asked often. Of a user who withdrew nothing is found but that. */
export function currentValues(cells: readonly HeldCell[]): CurrentValues {
  const answers = new Map<string, AnswerEntry>();
  const notes = new Map<string, string>();
  const presences = new Map<SubjectId, Presence>();
  const names = new Map<SubjectId, string>();
  const profiles = new Map<SubjectId, UserProfile>();
  const onPaper = new Set<SubjectId>();
  const consents = new Map<SubjectId, boolean>();
  const pieces: HeldPiece[] = [];
  const visits: HeldVisit[] = [];
  const explanations = new Map<string, string>();
  let unitPlace: Position | null = null;
  let fewUsersReason: string | null = null;
  for (const { indicatorId, subjectId, current } of withoutWithdrawn(cells)) {
    const { entry } = current;
    const place = `${indicatorId ?? ''}|${subjectId}`;
    switch (entry.field) {
      case 'answer':
        if (entry.value !== null) answers.set(place, entry.value);
        break;
      case 'note':
        if (entry.value !== null) notes.set(place, entry.value);
        break;
      case 'presence':
        presences.set(subjectId, entry.value);
        break;
      case 'name':
        if (entry.value !== null) names.set(subjectId, entry.value);
        break;
      case 'profile':
        profiles.set(subjectId, entry.value);
        break;
      case 'few-users-reason':
        fewUsersReason = entry.value;
        break;
      case 'from-paper':
        if (entry.value) onPaper.add(subjectId);
        break;
      case 'consent':
        consents.set(subjectId, entry.value);
        break;
      case 'evidence':
        if (entry.value !== null) pieces.push({ id: subjectId, piece: entry.value });
        break;
      case 'visit':
        if (entry.value !== null) visits.push({ id: subjectId, visit: entry.value });
        break;
      case 'unit-place':
        unitPlace = entry.value;
        break;
      case 'explanations':
        for (const { kind, text } of entry.value) explanations.set(`${place}|${kind}`, text);
        break;
      default:
        assertNever(entry);
    }
  }
  return {
    answer: (indicatorId, subjectId) => answers.get(`${indicatorId}|${subjectId}`) ?? null,
    note: (indicatorId, subjectId) => notes.get(`${indicatorId}|${subjectId}`) ?? null,
    presence: (subjectId) => presences.get(subjectId) ?? null,
    name: (subjectId) => names.get(subjectId) ?? null,
    profile: (subjectId) => profiles.get(subjectId) ?? null,
    fewUsersReason,
    fromPaper: (subjectId) => onPaper.has(subjectId) || onPaper.has(UNIT_SUBJECT),
    consent: (subjectId) => consents.get(subjectId) ?? null,
    evidence: inOrder(pieces),
    visits: inOrder(visits),
    unitPlace,
    explanation: (kind, indicatorId, subjectId) =>
      explanations.get(`${indicatorId ?? ''}|${subjectId}|${kind}`) ?? null,
  };
}

function inOrder<Held extends { readonly id: string }>(held: readonly Held[]): readonly Held[] {
  return held.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
