import { assertNever } from '@patuh/shared/domain/assert-never';
import type { FieldValue } from '@patuh/shared/domain/change';
import type { Indicator, UnitKind } from '@patuh/shared/domain/instrument';

import { evidenceWords } from '../../text/id/evidence-words.ts';
import { PRESENCE_WORDS, subjectText, unitText } from '../../text/id/office-unit.ts';
import { profileLine } from './subject-name.ts';
import { levelText } from './unit-model.ts';

interface Meaning {
  /** Of the place, where it belongs to one. */
  readonly indicator: Indicator | undefined;
  readonly unitKind: UnitKind;
}

/** One entered value in words: “Tingkat 2 dari 3: …”. */
export function entryWords(entry: FieldValue, { indicator, unitKind }: Meaning): string {
  switch (entry.field) {
    case 'answer':
      return answerWords(entry.value, { indicator, unitKind });
    case 'note':
      return entry.value === null ? unitText.late.nothing : `${unitText.note}: ${entry.value}`;
    case 'name':
    case 'few-users-reason':
      return entry.value ?? unitText.late.nothing;
    case 'from-paper':
      return entry.value ? unitText.fromPaper : unitText.notFromPaper;
    case 'profile':
      return profileLine(entry.value);
    case 'presence':
      return presenceWords(entry.value);
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

function answerWords(
  value: Extract<FieldValue, { field: 'answer' }>['value'],
  { indicator, unitKind }: Meaning,
): string {
  if (value === null) return unitText.noAnswer;
  if (value.kind === 'not-applicable') return `${unitText.notApplicable}: ${value.reason}`;
  if (indicator === undefined) return String(value.level);
  const level = unitText.level(value.level, indicator.maximum);
  return `${level}: ${levelText(indicator, value.level, unitKind)}`;
}

function presenceWords(presence: Extract<FieldValue, { field: 'presence' }>['value']): string {
  switch (presence.state) {
    case 'present':
      return subjectText.present;
    case 'same-person':
      return subjectText.sameNumber(presence.sameAs);
    case 'vacant':
    case 'absent':
    case 'withdrawn':
      return PRESENCE_WORDS[presence.state];
    default:
      return assertNever(presence);
  }
}
