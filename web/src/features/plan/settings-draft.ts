import { PeriodSettings } from '@patuh/shared/contracts/periods';
import { dayIn } from '@patuh/shared/domain/calendar';

import { periodText } from '../../text/id/plan.ts';
import { formatDate } from '../../ui/number.ts';

/** Settings as they stand in the fields, and back. */
export interface SettingsDraft {
  readonly name: string;
  readonly scoreBeforeSubmission: boolean;
  /** Day, empty where there is no window. */
  readonly clarificationUntil: string;
  readonly secondVisitPercent: string;
  readonly samplePercent: string;
  /** In points, not in hundredths. */
  readonly edgePoints: string;
  readonly reviewDays: string;
}

export const DEFAULT_SETTINGS: Omit<PeriodSettings, 'name'> = {
  scoreBeforeSubmission: false,
  clarificationUntil: null,
  secondVisitPercent: 0,
  samplePercent: 20,
  edgePoints: 200,
  reviewDays: 14,
};

export function draftOf(settings: PeriodSettings): SettingsDraft {
  const { name, scoreBeforeSubmission, clarificationUntil, edgePoints } = settings;
  return {
    name,
    scoreBeforeSubmission,
    clarificationUntil: clarificationUntil === null ? '' : dayIn(JAKARTA, new Date(clarificationUntil)),
    secondVisitPercent: String(settings.secondVisitPercent),
    samplePercent: String(settings.samplePercent),
    edgePoints: String(edgePoints / HUNDREDTHS),
    reviewDays: String(settings.reviewDays),
  };
}

type Field = keyof SettingsDraft;
interface Read {
  readonly settings: PeriodSettings | undefined;
  readonly errors: ReadonlyMap<string, string>;
}

/** The settings of the fields, or what is wrong in which of them. A deadline that was not touched stays to the second. */
export function settingsOf(draft: SettingsDraft, before: PeriodSettings): Read {
  const untouched = draft.clarificationUntil === draftOf(before).clarificationUntil;
  const result = PeriodSettings.safeParse({
    name: draft.name,
    scoreBeforeSubmission: draft.scoreBeforeSubmission,
    clarificationUntil: untouched ? before.clarificationUntil : endOf(draft.clarificationUntil),
    secondVisitPercent: numberOf(draft.secondVisitPercent),
    samplePercent: numberOf(draft.samplePercent),
    edgePoints: Math.round(numberOf(draft.edgePoints) * HUNDREDTHS),
    reviewDays: numberOf(draft.reviewDays),
  });
  if (result.success) return { settings: result.data, errors: new Map() };
  return {
    settings: undefined,
    errors: new Map(result.error.issues.map(({ path, message }) => [String(path[0]), message])),
  };
}

/** What stands in a field now that somebody else changed; undefined where both say the same. */
export function valueNow(draft: SettingsDraft, now: SettingsDraft, field: Field): string | undefined {
  if (draft[field] === now[field]) return undefined;
  const value = now[field];
  if (typeof value === 'boolean') return value ? periodText.settings.yes : periodText.settings.no;
  if (value === '') return periodText.nothingNow;
  return field === 'clarificationUntil' ? formatDate(value) : value;
}

const JAKARTA = 'Asia/Jakarta';
const HUNDREDTHS = 100;

/** The last second of a day in Jakarta. */
function endOf(day: string): string | null {
  if (day === '') return null;
  const end = new Date(`${day}T23:59:59+07:00`);
  return Number.isNaN(end.getTime()) ? day : end.toISOString();
}

/** `Number('')` is nought. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
}
