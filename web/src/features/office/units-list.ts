import type { CallOk } from '../../platform/call.ts';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { ASSESSMENT_STATES, type AssessmentState } from '@patuh/shared/domain/assessment';
import type { listOfficeUnits, OfficeUnit } from '@patuh/shared/contracts/verification';

export type OfficePeriod = CallOk<typeof listOfficeUnits>['periods'][number];

/** What the list is narrowed to; it stands in the address, so that going back finds it again. */
export interface UnitFilter {
  readonly state: AssessmentState | null;
  readonly government: string | null;
  readonly needsMe: boolean;
}

export function filtersIn(search: URLSearchParams): UnitFilter {
  return {
    state: ASSESSMENT_STATES.find((state) => state === search.get('keadaan')) ?? null,
    government: search.get('pemda'),
    needsMe: search.get('saya') === '1',
  };
}

export function fits(unit: OfficeUnit, { state, government, needsMe }: UnitFilter): boolean {
  if (state !== null && unit.state !== state) return false;
  if (government !== null && unit.government.code !== government) return false;
  return !needsMe || waitsForMe(unit);
}

/** Something to decide, by somebody who may: handed in, or changed late since it was. */
export function waitsForMe({ state, lateChanges, collectedByMe }: OfficeUnit): boolean {
  return !collectedByMe && (state === 'submitted' || (lateChanges > 0 && isHandedIn(state)));
}

/** Before it is, what came late waits for the team: a unit recorded as not assessed may be opened again. */
export function isHandedIn(state: OfficeUnit['state']): boolean {
  return !['assigned', 'in-progress', 'not-assessed'].includes(state);
}

export interface Tally {
  readonly waiting: number;
  readonly returned: number;
  readonly field: number;
  readonly done: number;
  readonly notAssessed: number;
}

/** How many units stand where; the five add up to all of them. */
export function tallyOf(units: readonly OfficeUnit[]): Tally {
  const count = (place: keyof Tally): number => units.filter(({ state }) => placeOf(state) === place).length;
  return {
    waiting: count('waiting'),
    returned: count('returned'),
    field: count('field'),
    done: count('done'),
    notAssessed: count('notAssessed'),
  };
}

function placeOf(state: AssessmentState): keyof Tally {
  switch (state) {
    case 'submitted':
      return 'waiting';
    case 'returned':
      return 'returned';
    case 'assigned':
    case 'in-progress':
      return 'field';
    case 'verified':
    case 'final':
      return 'done';
    case 'not-assessed':
      return 'notAssessed';
    default:
      return assertNever(state);
  }
}

/** Units by government, in the order of the list. */
export function byGovernment(
  units: readonly OfficeUnit[],
): readonly { readonly government: OfficeUnit['government']; readonly units: readonly OfficeUnit[] }[] {
  return [...Map.groupBy(units, ({ government }) => government.code).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ government: first.government, units: own }];
  });
}
