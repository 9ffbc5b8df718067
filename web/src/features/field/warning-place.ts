import type { Warning } from '@patuh/shared/checks/explained';
import type { Indicator } from '@patuh/shared/domain/instrument';
import type { Questionnaire } from '@patuh/shared/sync/questionnaire';

import { evidenceWords } from '../../text/id/evidence-words.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { subjectName } from './describe.ts';

/** What a warning is about, in words: “Persyaratan · Produk 1: Rawat jalan”, “Foto: Loket”, “Pengguna 7”. */
export function warningPlace(
  { indicatorId, subjectId, subjectKind }: Pick<Warning, 'indicatorId' | 'subjectId' | 'subjectKind'>,
  { subjects, values }: Pick<Questionnaire, 'subjects' | 'values'>,
  indicators: ReadonlyMap<string, Indicator>,
): string {
  const indicator = indicatorId === null ? undefined : indicators.get(indicatorId);
  const subject = subjects.find(({ id }) => id === subjectId);
  const piece = values.evidence.find(({ id }) => id === subjectId)?.piece;
  const parts = [
    indicator?.name,
    subject === undefined ? undefined : subjectName(subject),
    piece === undefined ? undefined : evidenceWords({ field: 'evidence', value: piece }),
  ].filter((part) => part !== undefined);
  return parts.join(' · ') || fieldWords.subjects[subjectKind ?? 'unit'];
}
