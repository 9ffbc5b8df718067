import { assertNever } from '../domain/assert-never.ts';
import type { Presence } from '../domain/assessment.ts';
import type { Change, ChangeRefusal, FieldValue } from '../domain/change.ts';
import type { Indicator, Instrument, UnitKind } from '../domain/instrument.ts';
import { indicatorsOf } from '../scoring/weights.ts';
import { type NamedKind, subjectKindOf, targetOf } from './subjects.ts';

/** What may be entered in a unit of one kind; made once per instrument and kind, asked for every change. */
export interface InstrumentIndex {
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** By kind the highest number that exists; a kind that is not asked at all is missing. */
  readonly highest: ReadonlyMap<NamedKind, number>;
}

export function indexInstrument(instrument: Instrument, unitKind: UnitKind): InstrumentIndex {
  const counted = instrument.rules.subjects.map(({ subject }) => subject);
  return {
    indicators: new Map(indicatorsOf(instrument.tree).map((indicator) => [indicator.id, indicator])),
    highest: new Map([
      ['unit', 0] as const,
      ['evidence', Infinity] as const,
      ['visit', Infinity] as const,
      ...counted.map((kind) => [kind, kind === 'user' ? Infinity : targetOf(instrument, unitKind, kind)] as const),
    ]),
  };
}

type Entered = Pick<Change, 'indicatorId' | 'subjectId' | 'entry'>;
type ShapeRefusal = Extract<
  ChangeRefusal,
  'unknown-indicator' | 'unknown-subject' | 'wrong-field' | 'level-out-of-range' | 'not-applicable-not-allowed'
>;

/**
 * Why a change cannot belong to an assessment with this instrument; undefined if it can. Of products, officers and
 * complaint officers exactly as many exist as the instrument asks for in this kind of unit; users are as many as were
 * interviewed. What is answered once for the whole government is not entered in a unit.
 */
export function whyNotTake(index: InstrumentIndex, change: Entered): ShapeRefusal | undefined {
  const kind = subjectKindOf(change.subjectId);
  const highest = index.highest.get(kind);
  if (highest === undefined || numberIn(change.subjectId, kind) > highest) return 'unknown-subject';
  const { entry, indicatorId } = change;
  if (indicatorId === null) return whyNotOfSubject(entry, { kind, highest, number: numberIn(change.subjectId, kind) });
  const indicator = index.indicators.get(indicatorId);
  if (indicator === undefined) return 'unknown-indicator';
  return indicator.subject === kind ? whyNotOfIndicator(entry, indicator) : 'wrong-field';
}

function whyNotOfIndicator(entry: FieldValue, { maximum, notApplicable }: Indicator): ShapeRefusal | undefined {
  if (entry.field === 'note' || entry.field === 'explanations') return undefined;
  if (entry.field !== 'answer') return 'wrong-field';
  if (entry.value === null) return undefined;
  if (entry.value.kind === 'not-applicable') return notApplicable ? undefined : 'not-applicable-not-allowed';
  return entry.value.level > maximum ? 'level-out-of-range' : undefined;
}

interface Numbered {
  readonly kind: NamedKind;
  readonly number: number;
  readonly highest: number;
}

function whyNotOfSubject(entry: FieldValue, subject: Numbered): ShapeRefusal | undefined {
  switch (entry.field) {
    case 'answer':
    case 'note':
      return 'wrong-field';
    case 'presence':
      return whyNotPresence(entry.value, subject);
    case 'name':
      return subject.kind === 'product' ? undefined : 'wrong-field';
    case 'profile':
      return subject.kind === 'user' ? undefined : 'wrong-field';
    case 'few-users-reason':
      return subject.kind === 'unit' ? undefined : 'wrong-field';
    case 'from-paper':
      return subject.kind === 'unit' || subject.kind === 'user' ? undefined : 'wrong-field';
    case 'consent':
      return subject.kind === 'user' ? undefined : 'wrong-field';
    case 'evidence':
    case 'visit':
      return subject.kind === entry.field ? undefined : 'wrong-field';
    case 'unit-place':
      return subject.kind === 'unit' ? undefined : 'wrong-field';
    case 'explanations':
      return undefined;
    default:
      return assertNever(entry);
  }
}

/** Only a post can be vacant or held by somebody who holds another one; a product or user is there or is not. */
function whyNotPresence(presence: Presence, { kind, number, highest }: Numbered): ShapeRefusal | undefined {
  if (kind === 'unit' || kind === 'evidence' || kind === 'visit') return 'wrong-field';
  if (presence.state === 'withdrawn') return kind === 'user' ? undefined : 'wrong-field';
  const isPost = kind === 'officer' || kind === 'complaint-officer';
  if (!isPost) return presence.state === 'present' || presence.state === 'absent' ? undefined : 'wrong-field';
  if (presence.state !== 'same-person') return undefined;
  return presence.sameAs > highest || presence.sameAs === number ? 'unknown-subject' : undefined;
}

function numberIn(id: string, kind: NamedKind): number {
  return kind === 'unit' || kind === 'user' || kind === 'evidence' || kind === 'visit'
    ? 0
    : Number(id.slice(kind.length + 1));
}
