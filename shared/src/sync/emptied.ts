import { assertNever } from '../domain/assert-never.ts';
import type { SubjectId } from '../domain/assessment.ts';
import type { FieldValue } from '../domain/change.ts';
import { type EvidencePiece, fileOf } from '../domain/evidence.ts';
import type { PeriodRetention } from '../domain/retention.ts';
import { subjectKindOf } from './subjects.ts';

/**
 * What is left of an entry when its retention is over: the place, the level, the number of the file; where words stood, a
 * sentence that says that they were removed and when. It fits every form that showed the words, so that also an old app, a
 * file and a page that nobody thought of tell the truth.
 */

const REMOVED = '[dihapus sesuai jadwal retensi pada ';
/** As it stands in the database: `position(… in value::text)`. */
export const REMOVED_MARK = REMOVED.trimEnd();

/** Exactly the sentence and nothing beside it, as Postgres reads it: whoever quotes it within words of their own has words. */
export const REMOVED_PATTERN = String.raw`^\[dihapus sesuai jadwal retensi pada [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}\]$`;

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** The sentence for a day such as `2027-11-22`. */
export function removedText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${REMOVED}${Number(date)} ${MONTHS[Number(month) - 1]} ${year}]`;
}

interface Placed {
  readonly subjectId: SubjectId;
  readonly entry: FieldValue;
}

/** Under which kind an entry is personal; undefined if it is not. Each entry belongs to one kind, as a whole. */
export function retentionOf({ subjectId, entry }: Placed): PeriodRetention | undefined {
  const words = subjectKindOf(subjectId) === 'user' ? 'respondents' : 'words';
  switch (entry.field) {
    case 'answer':
      return entry.value?.kind === 'not-applicable' ? words : undefined;
    case 'note':
      return entry.value === null ? undefined : words;
    case 'explanations':
      return entry.value.length === 0 ? undefined : words;
    case 'few-users-reason':
      return entry.value === null ? undefined : 'words';
    case 'profile':
      return 'respondents';
    case 'evidence':
      return entry.value === null ? undefined : 'evidence';
    case 'visit':
      return entry.value === null ? undefined : 'visits';
    // Who was there, that they agreed, what a product is called and where the unit stands says nothing about a person.
    case 'presence':
    case 'consent':
    case 'from-paper':
    case 'name':
    case 'unit-place':
      return undefined;
    default:
      return assertNever(entry);
  }
}

/**
 * The entry without what is personal in it, with `said` where words stood; null where nothing remains (a profile). What is
 * not personal stays as it is.
 */
export function emptied(entry: FieldValue, said: string): FieldValue | null {
  switch (entry.field) {
    case 'answer':
      return entry.value?.kind === 'not-applicable' ? { ...entry, value: { ...entry.value, reason: said } } : entry;
    case 'note':
    case 'few-users-reason':
      return entry.value === null ? entry : { ...entry, value: said };
    case 'explanations':
      return { ...entry, value: entry.value.map(({ kind }) => ({ kind, text: said })) };
    case 'profile':
      return null;
    case 'evidence':
      return entry.value === null ? entry : { ...entry, value: withoutPicture(entry.value, said) };
    case 'visit':
      return entry.value === null
        ? entry
        : {
            ...entry,
            value: {
              ...entry.value,
              team: [said],
              met: [],
              handedOver: [],
              unitRemarks: null,
              unsignedReason: said,
              signature: null,
            },
          };
    case 'presence':
    case 'consent':
    case 'from-paper':
    case 'name':
    case 'unit-place':
      return entry;
    default:
      return assertNever(entry);
  }
}

/** Of what it proved and which file it was nothing is lost; where somebody stood and what it was called is. */
function withoutPicture(piece: EvidencePiece, said: string): EvidencePiece {
  const bare = { caption: said, clockAhead: null, position: null };
  const file = fileOf(piece);
  switch (piece.kind) {
    case 'photo':
      // Like no other photo: two that were purged must not be taken for the same.
      return { ...piece, ...bare, look: file?.sha256.slice(0, 16) ?? piece.look };
    case 'document':
      return { ...piece, ...bare, fileName: said };
    case 'web-address':
      return { ...piece, ...bare, url: 'https://dihapus.invalid/' };
    default:
      return assertNever(piece);
  }
}

/** Fields of a user that remain when the interview was taken back: that there was one, and that they had agreed. */
const REMAIN: ReadonlySet<FieldValue['field']> = new Set(['presence', 'consent', 'from-paper']);

/** Whether an entry of a user who withdrew is something that they said. */
export function isOfInterview({ subjectId, entry }: Placed): boolean {
  return subjectKindOf(subjectId) === 'user' && !REMAIN.has(entry.field);
}

/**
 * Whether a stored value was emptied, so that the same change sent again is known for the same although it says more. Null
 * also for what a user who withdrew had said.
 */
export function wasEmptied(subjectId: string, value: unknown): boolean {
  if (value === null) return subjectId.startsWith('user-');
  return JSON.stringify(value).includes(REMOVED_MARK);
}
