import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';

/** Addresses of the field app, in one place. */
export const UNITS_PATH = '/lapangan';

/** Files of unsent answers: one's own to keep or hand over, those of colleagues to carry. */
export const FILES_PATH = '/lapangan/berkas';

/** Every screen of one unit, and every address below it. */
export const UNIT_SCREENS = '/lapangan/:assessmentId/*?';

export const ROUTES = {
  overview: '/lapangan/:assessmentId',
  section: '/lapangan/:assessmentId/bagian/:sectionId/:subjectId',
  users: '/lapangan/:assessmentId/pengguna',
  user: '/lapangan/:assessmentId/pengguna/:subjectId',
  submit: '/lapangan/:assessmentId/serahkan',
  notAssessed: '/lapangan/:assessmentId/tidak-dinilai',
  leave: '/lapangan/:assessmentId/pulang',
  visit: '/lapangan/:assessmentId/kunjungan',
} as const;

export function overviewPath(id: AssessmentId): string {
  return `${UNITS_PATH}/${id}`;
}

/** With an indicator, the page opens at that question. */
export function sectionPath(
  id: AssessmentId,
  { sectionId, subjectId }: { readonly sectionId: string; readonly subjectId: SubjectId },
  indicatorId?: IndicatorId,
): string {
  const page = `${overviewPath(id)}/bagian/${sectionId}/${subjectId}`;
  return indicatorId === undefined ? page : `${page}#${indicatorId}`;
}

export function usersPath(id: AssessmentId): string {
  return `${overviewPath(id)}/pengguna`;
}

export function userPath(id: AssessmentId, subjectId: SubjectId, indicatorId?: IndicatorId): string {
  const page = `${usersPath(id)}/${subjectId}`;
  return indicatorId === undefined ? page : `${page}#${indicatorId}`;
}

export function submitPath(id: AssessmentId): string {
  return `${overviewPath(id)}/serahkan`;
}

export function notAssessedPath(id: AssessmentId): string {
  return `${overviewPath(id)}/tidak-dinilai`;
}

/** “Boleh pulang?” */
export function leavePath(id: AssessmentId): string {
  return `${overviewPath(id)}/pulang`;
}

/** The record of the visit. */
export function visitPath(id: AssessmentId): string {
  return `${overviewPath(id)}/kunjungan`;
}
