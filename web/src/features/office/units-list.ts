import type { listOfficeUnits, OfficeUnit, StateTally } from '@patuh/shared/contracts/office-units';
import { ASSESSMENT_STATES, type AssessmentState } from '@patuh/shared/domain/assessment';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { PeriodId, type PersonId } from '@patuh/shared/domain/ids';

import type { CallInput } from '../../platform/call.ts';

/** What the list is narrowed to; it stands in the address, so that going back finds it again. */
export type UnitQuery = CallInput<typeof listOfficeUnits>['query'];

export const UNITS_PATH = '/kantor/unit';

/** What of an address fits; what does not is left out. */
export function queryIn(search: URLSearchParams): UnitQuery {
  const read = (name: string): string | undefined => search.get(name) ?? undefined;
  const page = Number(read('hal'));
  return {
    period: PeriodId.safeParse(read('periode')).data,
    province: ProvinceCode.safeParse(read('provinsi')).data,
    state: ASSESSMENT_STATES.find((state) => state === read('keadaan')),
    government: GovernmentCode.safeParse(read('pemda')).data,
    mine: read('saya') === '1' ? '1' : undefined,
    name: read('cari')?.slice(0, 80),
    page: Number.isInteger(page) && page > 1 ? page : undefined,
  };
}

/** The address after one thing of it was changed: a filter begins on the first page, another province without filters. */
export function searchWith(before: URLSearchParams, name: string, value: string): URLSearchParams {
  const after = new URLSearchParams(before);
  if (value === '') after.delete(name);
  else after.set(name, value);
  if (name !== 'hal') after.delete('hal');
  if (name === 'provinsi') after.delete('pemda');
  return after;
}

export interface Tally {
  readonly waiting: number;
  readonly returned: number;
  readonly field: number;
  readonly done: number;
  readonly notAssessed: number;
}

/** How many units stand where; the five add up to all of them. */
export function tallyOf(states: StateTally): Tally {
  return {
    waiting: states.submitted,
    returned: states.returned,
    field: states.assigned + states['in-progress'],
    done: states.verified + states.final,
    notAssessed: states['not-assessed'],
  };
}

export function totalOf(states: StateTally): number {
  return ASSESSMENT_STATES.reduce((sum, state) => sum + states[state], 0);
}

/** Before it is handed in, what came late waits for the team: a unit recorded as not assessed may be opened again. */
export function isHandedIn(state: AssessmentState): boolean {
  return !['assigned', 'in-progress', 'not-assessed'].includes(state);
}

export interface UnitGroup {
  readonly key: string;
  /** Null: the reader’s own duties. */
  readonly government: OfficeUnit['government'] | null;
  readonly units: readonly OfficeUnit[];
}

/** Units in the order of the list: the reader’s own duties that wait, then by government. */
export function groupsOf(units: readonly OfficeUnit[], reader: PersonId): readonly UnitGroup[] {
  const isOwn = ({ duty, state }: OfficeUnit): boolean => duty?.personId === reader && isOpen(state);
  const own = units.filter(isOwn);
  const others = Map.groupBy(
    units.filter((unit) => !isOwn(unit)),
    ({ government }) => government.code,
  );
  return [
    ...(own.length === 0 ? [] : [{ key: 'own', government: null, units: own }]),
    ...[...others].map(([key, of]) => ({ key, government: of[0]?.government ?? null, units: of })),
  ];
}

function isOpen(state: AssessmentState): boolean {
  return !['verified', 'final', 'not-assessed'].includes(state);
}
