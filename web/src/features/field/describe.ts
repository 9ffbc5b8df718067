import type { Finding } from '@patuh/shared/contracts/checks';
import { assertNever } from '@patuh/shared/domain/assert-never';
import type { Presence } from '@patuh/shared/domain/assessment';
import type { FieldValue } from '@patuh/shared/domain/change';
import type { Indicator, Level, UnitKind } from '@patuh/shared/domain/instrument';
import { postOf } from '@patuh/shared/sync/posts';
import type { AssessmentSubject, NamedKind } from '@patuh/shared/sync/subjects';

import { evidenceWords } from '../../text/id/evidence-words.ts';
import { fieldWords } from '../../text/id/field-words.ts';

/** Things of an assessment in the words that people read. */

/** “Pelaksana 2: Kepala seksi layanan”, “Produk 1: Rawat jalan”, “Pengguna 7”. */
export function subjectName(subject: Pick<AssessmentSubject, 'kind' | 'number' | 'name'>): string {
  const kind = fieldWords.subjects[subject.kind];
  if (subject.kind === 'unit') return kind;
  const numbered = fieldWords.numbered(kind, subject.number);
  const post = postOf(subject);
  const name = subject.name ?? (post === null ? null : fieldWords.posts[post]);
  return name === null ? numbered : fieldWords.withName(numbered, name);
}

/** The rubric of a level, in the wording of this kind of unit. */
export function levelText(level: Level, unitKind: UnitKind): string {
  return level.perUnitKind?.[unitKind] ?? level.text;
}

export function presenceWords(presence: Presence, kind: NamedKind): string {
  if (presence.state !== 'same-person') return fieldWords.presence[presence.state];
  const of = kind === 'evidence' || kind === 'visit' ? 'unit' : kind;
  return fieldWords.samePersonAs(subjectName({ kind: of, number: presence.sameAs, name: null }));
}

/** A value as one short line: “Tingkat 2”, “Tidak berlaku: …”, “Jabatan kosong”. */
export function valueWords(entry: FieldValue, kind: NamedKind = 'unit'): string {
  switch (entry.field) {
    case 'answer':
      if (entry.value === null) return fieldWords.cleared;
      return entry.value.kind === 'level'
        ? fieldWords.level(entry.value.level)
        : `${fieldWords.notApplicable}: ${entry.value.reason}`;
    case 'note':
    case 'name':
    case 'few-users-reason':
      return entry.value ?? fieldWords.cleared;
    case 'presence':
      return presenceWords(entry.value, kind);
    case 'from-paper':
      return entry.value ? fieldWords.fromPaper : fieldWords.notFromPaper;
    case 'profile':
      return [
        fieldWords.gender[entry.value.gender],
        fieldWords.ageBand[entry.value.ageBand],
        fieldWords.education[entry.value.education],
        fieldWords.work[entry.value.work],
      ].join(', ');
    case 'consent':
    case 'evidence':
    case 'visit':
    case 'unit-place':
    case 'explanations':
      return evidenceWords(entry);
    default:
      return assertNever(entry);
  }
}

/** What a finding says, without its place. */
export function findingWords(finding: Finding, indicators: ReadonlyMap<string, Indicator>): string {
  const other = finding.otherIndicatorId === null ? undefined : indicators.get(finding.otherIndicatorId);
  if (finding.kind === 'contradiction' && other !== undefined) return fieldWords.contradicts(other.name);
  const { found, needed } = finding.count ?? { found: 0, needed: 0 };
  return fieldWords.findings[finding.kind](found, needed);
}
