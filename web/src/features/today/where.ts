import type { TodayEntry } from '@patuh/shared/contracts/today';
import type { TodayKind } from '@patuh/shared/today/kinds';

/** Where the buttons of the first page lead: to the very place where something can be done. */

const UNITS = '/kantor/unit';
const PLAN = '/kantor/rencana';
const SEASON = '/kantor/musim';

/** To all of one kind. */
export function allOf(kind: TodayKind, entry: TodayEntry | undefined): string {
  switch (kind) {
    case 'to-verify':
    case 'late-changes':
      return withPlace(UNITS, entry, { saya: '1' });
    case 'reviews-late':
      return withPlace(UNITS, entry, { keadaan: 'submitted' });
    case 'points-answered':
    case 'documents-received':
    case 'documents-overdue':
      return withPlace(UNITS, entry, {});
    case 'government-edge':
    case 'band-edge':
      return withPlace(UNITS, entry, { keadaan: 'verified' });
    case 'silent-devices':
    case 'conflicts':
    case 'files-outstanding':
      return withPlace(SEASON, entry, {});
    case 'without-team':
    case 'team-without-assessor':
      return PLAN;
    case 'releases':
      return '/kantor/penerbitan';
    case 'quarantined':
    case 'invited':
      return '/kantor/orang';
  }
}

/** To one of them. */
export function oneOf(kind: TodayKind, entry: TodayEntry): string {
  const { assessmentId, periodId, province, thingId } = entry;
  if (assessmentId !== null) return `${UNITS}/${assessmentId}`;
  if (kind === 'without-team') return planOf('unit', periodId, province);
  if (kind === 'team-without-assessor') return planOf('tim', periodId, province);
  if (thingId !== null && kind === 'releases') return `/kantor/penerbitan/pratinjau/${thingId}`;
  if (thingId !== null && (kind === 'quarantined' || kind === 'invited')) return `/kantor/orang/${thingId}`;
  return allOf(kind, entry);
}

function planOf(part: 'unit' | 'tim', periodId: string | null, province: string | null): string {
  if (periodId === null) return PLAN;
  return province === null ? `${PLAN}/${periodId}/${part}` : `${PLAN}/${periodId}/${part}?provinsi=${province}`;
}

/** The list of the period and province in which the first of them is. */
function withPlace(path: string, entry: TodayEntry | undefined, filters: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams({
    ...(entry === undefined || entry.periodId === null ? {} : { periode: entry.periodId }),
    ...(entry === undefined || entry.province === null ? {} : { provinsi: entry.province }),
    ...filters,
  }).toString();
  return search === '' ? path : `${path}?${search}`;
}
