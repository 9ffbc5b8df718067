import type { Finding } from '@patuh/shared/contracts/checks';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { Questionnaire } from '@patuh/shared/sync/questionnaire';
import { sectionsOf } from '@patuh/shared/sync/sections';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';

import { overviewPath, sectionPath, userPath, usersPath, visitPath } from './paths.ts';

interface Place {
  readonly kind?: Finding['kind'];
  readonly indicatorId: Finding['indicatorId'];
  readonly subjectId: Finding['subjectId'];
  readonly subjectKind?: Finding['subjectKind'];
}

/** Where somebody goes to mend it. */
export function placePath(
  id: AssessmentId,
  instrument: Instrument,
  { subjects, values }: Pick<Questionnaire, 'subjects' | 'values'>,
  { kind, indicatorId, subjectId, subjectKind = null }: Place,
): string {
  const piece = values.evidence.find((held) => held.id === subjectId)?.piece;
  if (piece !== undefined) {
    const [first] = piece.proves;
    return first === undefined ? overviewPath(id) : placePath(id, instrument, { subjects, values }, first);
  }
  if (kind === 'visit-not-recorded') return visitPath(id);
  const section = sectionsOf(instrument).find(({ indicators }) =>
    indicators.some((indicator) => indicator.id === indicatorId),
  );
  const asked = section?.indicators.find((indicator) => indicator.id === indicatorId)?.subject ?? subjectKind;
  const subject = subjects.find((candidate) =>
    subjectId === null ? candidate.kind === asked : candidate.id === subjectId,
  );
  if (subject?.kind === 'user' && subjectId !== null) return userPath(id, subject.id, indicatorId ?? undefined);
  if (asked === 'user') return usersPath(id);
  const page = section ?? sectionOfSubject(instrument, subject);
  if (subject === undefined || page === undefined) return overviewPath(id);
  return sectionPath(id, { sectionId: page.id, subjectId: subject.id }, indicatorId ?? undefined);
}

/** What concerns a subject itself is mended on the first page that asks it. */
function sectionOfSubject(
  instrument: Instrument,
  subject: AssessmentSubject | undefined,
): ReturnType<typeof sectionsOf>[number] | undefined {
  return sectionsOf(instrument).find(({ indicators }) =>
    indicators.some((indicator) => indicator.subject === subject?.kind),
  );
}
