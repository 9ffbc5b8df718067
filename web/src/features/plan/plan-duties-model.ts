import type { DutyTable, DutyUnit, GiveDutiesInput, SeenDuty } from '@patuh/shared/contracts/duties';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { shareDuties } from '@patuh/shared/domain/share-duties';

/** What is to become of a unit, and what stood on the screen when that was chosen. */
export interface Wish {
  readonly personId: PersonId | null;
  /** Another day than the period says; null for that one. */
  readonly dueOn: string | null;
  readonly seen: SeenDuty | null;
}

export type Wishes = ReadonlyMap<AssessmentId, Wish>;

export function seenOf({ duty }: DutyUnit): SeenDuty | null {
  return duty === null ? null : { personId: duty.personId, dueOn: duty.dueOn };
}

/** A unit that still needs a verifier. */
export function isUnfinished({ state }: DutyUnit): boolean {
  return state !== 'verified' && state !== 'final' && state !== 'not-assessed';
}

/** Whose the unit is on the screen. */
export function holderOf(unit: DutyUnit, wishes: Wishes): PersonId | null {
  const wish = wishes.get(unit.assessmentId);
  return wish === undefined ? (unit.duty?.personId ?? null) : wish.personId;
}

/** Somebody else changed the unit after the choice was made. */
export function isMeanwhile(unit: DutyUnit, wish: Wish): boolean {
  const seen = seenOf(unit);
  return seen?.personId !== wish.seen?.personId || seen?.dueOn !== wish.seen?.dueOn;
}

/** The wishes with one more; one that changes nothing is none. */
export function wished(wishes: Wishes, unit: DutyUnit, wish: Pick<Wish, 'personId' | 'dueOn'>): Wishes {
  const others = [...wishes].filter(([id]) => id !== unit.assessmentId);
  const seen = seenOf(unit);
  const changes = wish.personId !== (seen?.personId ?? null) || (wish.dueOn !== null && wish.dueOn !== seen?.dueOn);
  return new Map(changes ? [...others, [unit.assessmentId, { ...wish, seen }]] : others);
}

/** Gives units to one person, as far as they may have them. */
export function givenTo(wishes: Wishes, units: readonly DutyUnit[], personId: PersonId | null): Wishes {
  return units
    .filter(({ barred }) => personId === null || !barred.includes(personId))
    .reduce((all, unit) => wished(all, unit, { personId, dueOn: null }), wishes);
}

/** Shares out evenly what nobody has. */
export function sharedOut({ units, verifiers }: DutyTable, wishes: Wishes): Wishes {
  const unfinished = units.filter(isUnfinished);
  const given = shareDuties(
    unfinished.map((unit) => ({
      id: unit.assessmentId,
      government: unit.government.code,
      personId: holderOf(unit, wishes),
      barred: unit.barred,
    })),
    verifiers.map(({ personId }) => personId),
  );
  return unfinished.reduce((all, unit) => {
    const person = verifiers.find(({ personId }) => personId === given.get(unit.assessmentId));
    return person === undefined ? all : wished(all, unit, { personId: person.personId, dueOn: null });
  }, wishes);
}

export function inputOf(wishes: Wishes, province: ProvinceCode): GiveDutiesInput {
  return { province, duties: [...wishes].map(([assessmentId, wish]) => ({ assessmentId, ...wish })) };
}

/** Unfinished units of everybody, and of nobody. */
export function loadsOf(
  { units, verifiers }: DutyTable,
  wishes: Wishes,
): { readonly people: readonly { readonly name: string; readonly count: number }[]; readonly nobodys: number } {
  const holders = units.filter(isUnfinished).map((unit) => holderOf(unit, wishes));
  const count = (person: PersonId | null): number => holders.filter((holder) => holder === person).length;
  return {
    people: verifiers.map(({ personId, name }) => ({ name, count: count(personId) })),
    nobodys: count(null),
  };
}
