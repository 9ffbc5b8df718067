import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, type Grant, type Role, SCOPES_OF_ROLE, SECOND_FACTOR_ROLES } from '@patuh/shared/domain/actor';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';

/**
 * A grant and where its scope lies: the province is null for the whole nation, the government for whatever is wider than one,
 * and both for a unit that does not exist.
 */
export interface PlacedGrant {
  readonly grant: Grant;
  readonly province: ProvinceCode | null;
  readonly government: GovernmentCode | null;
}

/** What a head gives and takes in the own province. Heads and administrators are made by the national office. */
const GIVEN_BY_HEAD = new Set<Role>(['verifier', 'assessor', 'enumerator', 'sekda', 'unit-contact', 'observer']);

type Granting = Pick<Actor, 'grants'>;

/** Whether the role can be held for such a scope at all: a sekda of a province, an assessor of the nation cannot. */
export function fitsScope({ role, scope }: Grant): boolean {
  const kinds: readonly string[] = SCOPES_OF_ROLE[role];
  return kinds.includes(scope.kind);
}

/** Why this grant is not the caller's to give or take. */
export function whyNotGrant(actor: Granting, placed: PlacedGrant): ProblemCode | undefined {
  if (isNational(actor) || isOwnContact(actor, placed)) return undefined;
  if (GIVEN_BY_HEAD.has(placed.grant.role) && isHeadOf(actor, placed.province)) return undefined;
  return 'grant-not-permitted';
}

/** Whether the grant lies where the caller may look. */
export function isInScope(actor: Granting, placed: PlacedGrant): boolean {
  return isNational(actor) || isHeadOf(actor, placed.province) || isOwnContact(actor, placed);
}

/** Whether the caller may know of a person what is nobody's business in a government, like where they come from. */
export function isOfOffice(actor: Granting): boolean {
  return actor.grants.some(({ role }) => role === 'national-admin' || role === 'head');
}

/** Where people are within the caller's scope. */
export interface Reach {
  readonly everywhere: boolean;
  readonly provinces: readonly ProvinceCode[];
  /** Only contacts of units of these. */
  readonly governments: readonly GovernmentCode[];
}

export function reachOf(actor: Granting): Reach {
  return {
    everywhere: isNational(actor),
    provinces: actor.grants.flatMap(({ role, scope }) =>
      role === 'head' && scope.kind === 'province' ? [scope.code] : [],
    ),
    governments: actor.grants.flatMap(({ role, scope }) =>
      role === 'sekda' && scope.kind === 'government' ? [scope.code] : [],
    ),
  };
}

/** Whether the caller may know of the person: who holds nothing within the scope does not exist for them. */
export function mayKnow(actor: Granting, held: readonly PlacedGrant[]): boolean {
  return isNational(actor) || held.some((grant) => isInScope(actor, grant));
}

/**
 * Why the caller may not do something to the whole account (a link, closing it, signing it out): it would reach beyond
 * the caller's power as soon as one grant does.
 */
export function whyNotAccount(
  actor: Pick<Actor, 'grants' | 'personId'>,
  person: { readonly id: PersonId; readonly held: readonly PlacedGrant[] },
): ProblemCode | undefined {
  if (person.id === actor.personId) return 'not-on-oneself';
  return person.held.map((grant) => whyNotGrant(actor, grant)).find((why) => why !== undefined);
}

/** Why these grants of a province cannot be taken: the person does not hold one there, or it is not the caller's to take. */
export function whyNotTake(
  actor: Granting,
  {
    held,
    taken,
    province,
  }: { readonly held: readonly PlacedGrant[]; readonly taken: readonly Grant[]; readonly province: ProvinceCode },
): ProblemCode | undefined {
  const there = held.filter((one) => one.province === province);
  for (const grant of taken) {
    const one = there.find((holding) => keyOf(holding.grant) === keyOf(grant));
    if (one === undefined) return 'changed-meanwhile';
    const why = whyNotGrant(actor, one);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Grants before and after a change by somebody who sees only part of them; what lies outside the scope stays. */
export function changeOf(
  actor: Granting,
  held: readonly PlacedGrant[],
  wished: readonly PlacedGrant[],
): { readonly given: readonly PlacedGrant[]; readonly taken: readonly PlacedGrant[] } {
  const has = (list: readonly PlacedGrant[], one: PlacedGrant): boolean =>
    list.some(({ grant }) => keyOf(grant) === keyOf(one.grant));
  return {
    given: wished.filter((grant, index) => !has(held, grant) && !has(wished.slice(0, index), grant)),
    taken: held.filter((grant) => isInScope(actor, grant) && !has(wished, grant)),
  };
}

/**
 * Whether links that were made before are worth nothing from here on: the head who made one could otherwise open an account
 * that has come to hold more than a head of that province gives, and a Sekda office one that is no longer only a contact of
 * its units.
 */
export function endsLinks(held: readonly PlacedGrant[], given: readonly PlacedGrant[]): boolean {
  const provinces = new Set(held.map(({ province }) => province));
  if (endsSessions(given) || given.some(({ province }) => !provinces.has(province))) return true;
  return held.every(isContact) && given.some((one) => !isContact(one) || !held.some((before) => isBeside(before, one)));
}

/** Whether devices have to sign in anew: sessions of the field last longer than a head or administrator may have one. */
export function endsSessions(given: readonly PlacedGrant[]): boolean {
  return given.some(({ grant }) => SECOND_FACTOR_ROLES.includes(grant.role));
}

/** The same for equal grants. */
export function keyOf({ role, scope }: Grant): string {
  switch (scope.kind) {
    case 'national':
      return `${role} ${scope.kind}`;
    case 'province':
    case 'government':
      return `${role} ${scope.kind} ${scope.code}`;
    case 'unit':
      return `${role} ${scope.kind} ${scope.id}`;
    default:
      return scope satisfies never;
  }
}

export function isNational({ grants }: Granting): boolean {
  return grants.some(({ role }) => role === 'national-admin');
}

function isHeadOf({ grants }: Granting, province: ProvinceCode | null): boolean {
  return grants.some(({ role, scope }) => role === 'head' && scope.kind === 'province' && scope.code === province);
}

function isContact({ grant }: PlacedGrant): boolean {
  return grant.role === 'unit-contact';
}

function isBeside(one: PlacedGrant, other: PlacedGrant): boolean {
  return one.government !== null && one.government === other.government;
}

/** A contact of a unit of the caller's own government, whose Sekda office says who that is. */
function isOwnContact({ grants }: Granting, placed: PlacedGrant): boolean {
  return (
    isContact(placed) &&
    placed.government !== null &&
    grants.some(
      ({ role, scope }) => role === 'sekda' && scope.kind === 'government' && scope.code === placed.government,
    )
  );
}
