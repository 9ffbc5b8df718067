import {
  findFieldPeople,
  findHeldTeams,
  findHeldUnits,
  findTeamPeople,
  findTeamUnits,
  findVerifiedBy,
  type HoldingsOf,
} from '@patuh/server/platform/assessments/holdings';
import { barredFrom, type Verifier, verifiersOf } from '@patuh/server/platform/assessments/possible-verifiers';
import { stateNow } from '@patuh/server/platform/assessments/state';
import type { Reader } from '@patuh/server/platform/database';
import type { HeldTeam, HeldUnit } from '@patuh/shared/contracts/handover';

type TeamRow = Awaited<ReturnType<typeof findHeldTeams>>[number];
type UnitRow = Awaited<ReturnType<typeof findTeamUnits>>[number];
type Member = Awaited<ReturnType<typeof findTeamPeople>>[number];
type FieldPerson = Awaited<ReturnType<typeof findFieldPeople>>[number];

/** The teams somebody holds, and who could take their place in each. */
export async function heldTeams(db: Reader, of: HoldingsOf, now: Date): Promise<HeldTeam[]> {
  const rows = await findHeldTeams(db, of);
  const ids = rows.map(({ id }) => id);
  const units = Map.groupBy(await findTeamUnits(db, ids), ({ teamId }) => teamId);
  const people = Map.groupBy(await findTeamPeople(db, ids), ({ teamId }) => teamId);
  const field = (await findFieldPeople(db, of.province)).filter(({ personId }) => personId !== of.personId);
  const verifiers = await findVerifiedBy(db, ids);
  return rows.map((row) => {
    const own = units.get(row.id) ?? [];
    const colleagues = (people.get(row.id) ?? []).filter(({ personId }) => personId !== of.personId);
    const verified = verifiers.get(row.id) ?? new Set();
    const possible = field.filter((one) => !verified.has(one.personId) && canTake(row.role, one, colleagues));
    return viewOf(row, { own, colleagues, possible, field, now });
  });
}

/** An assessor in the place of an assessor, who may have been the enumerator there; else somebody who is not there yet. */
function canTake(
  role: TeamRow['role'],
  { personId, isAssessor }: FieldPerson,
  colleagues: readonly Pick<Member, 'personId' | 'role'>[],
): boolean {
  const now = colleagues.find((colleague) => colleague.personId === personId)?.role;
  if (role === 'enumerator') return now === undefined;
  return isAssessor && now !== 'assessor';
}

interface Around {
  readonly own: readonly UnitRow[];
  readonly colleagues: readonly Member[];
  readonly possible: readonly FieldPerson[];
  readonly field: readonly FieldPerson[];
  readonly now: Date;
}

function viewOf(row: TeamRow, { own, colleagues, possible, field, now }: Around): HeldTeam {
  const places = new Set(own.map(({ governmentCode }) => governmentCode));
  const able = new Set(field.filter(({ isAssessor }) => isAssessor).map(({ personId }) => personId));
  return {
    teamId: row.id,
    name: row.name,
    role: row.role,
    period: { id: row.periodId, name: row.periodName },
    plan: row.version ?? 0,
    units: own.map(({ unitName, governmentCode: code, governmentName: name, state, clarificationUntil }) => ({
      unitName,
      government: { code, name },
      state: stateNow(state ?? 'assigned', clarificationUntil, now),
    })),
    colleagues: colleagues.map(({ personId, name, role }) => ({ personId, name, role })),
    successors: possible.map(({ personId, name, home }) => ({
      personId,
      name,
      atHome: home !== null && places.has(home),
    })),
    goesOnWithout:
      own.length === 0 || colleagues.some(({ personId, role }) => role === 'assessor' && able.has(personId)),
  };
}

/** The units somebody holds as a verifier, with who else of the province could have each. */
export async function heldUnits(
  db: Reader,
  of: HoldingsOf,
): Promise<{ readonly units: HeldUnit[]; readonly verifiers: Verifier[] }> {
  const rows = await findHeldUnits(db, of);
  const verifiers = (await verifiersOf(db, of.province)).filter(({ personId }) => personId !== of.personId);
  const people = verifiers.map(({ personId }) => personId);
  const barred = await barredFrom(
    db,
    rows.map(({ assessmentId }) => assessmentId),
    people,
  );
  const units = rows.map(({ governmentCode: code, governmentName: name, ...unit }) => ({
    ...unit,
    government: { code, name },
    successors: people.filter((person) => !(barred.get(unit.assessmentId)?.has(person) ?? false)),
  }));
  return { units, verifiers };
}
