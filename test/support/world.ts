import { ROLES, type Role } from '@patuh/shared/domain/actor';

import { aUnit, type TestUnit } from './assessments.ts';
import { aPerson, type Caller, callerOf, grant, signedIn, type TestPerson } from './people.ts';
import type { Site } from './site.ts';

/**
 * Where a thing lies, seen from the people of the world: in their own scope, in another government of the same province, in
 * another province, or nowhere at all (a random id).
 */
export type Side = 'own' | 'beside' | 'other' | 'missing';

interface Land {
  readonly province: string;
  readonly government: string;
  readonly unit: TestUnit;
  /** One person of each role whose grant is for this land, with a second factor where the role demands one. */
  readonly people: Readonly<Record<Role, TestPerson>>;
}

/** Who calls: somebody of the own land, or nobody. */
export interface WorldCaller extends Caller {
  readonly role: Role | 'nobody';
  /** Undefined for nobody. */
  readonly person: TestPerson | undefined;
  readonly sessionId: string | undefined;
}

/** Two provinces with an office each, and people of every role in both. */
export interface World {
  readonly site: Site;
  readonly lands: Readonly<Record<'own' | 'beside' | 'other', Land>>;
  readonly callers: readonly WorldCaller[];
  /** Ids of things of the other province: nobody but the national office may ever be told one. */
  readonly foreign: Set<string>;
}

const PLACES = {
  own: { province: '53', government: '53.09' },
  beside: { province: '53', government: '53.14' },
  other: { province: '19', government: '19.06' },
} as const;

export async function aWorld(site: Site): Promise<World> {
  const lands = {
    own: await aLand(site, PLACES.own),
    beside: await aLand(site, PLACES.beside),
    other: await aLand(site, PLACES.other),
  };
  const callers = await Promise.all(
    ROLES.map(async (role): Promise<WorldCaller> => {
      const person = lands.own.people[role];
      return { ...(await signedIn(site, person)), role, person };
    }),
  );
  const nobody: WorldCaller = { ...callerOf(site), role: 'nobody', person: undefined, sessionId: undefined };
  const strangers = ROLES.filter((role) => role !== 'national-admin').map((role) => lands.other.people[role].id);
  return { site, lands, callers: [...callers, nobody], foreign: new Set([...strangers, lands.other.unit.id]) };
}

async function aLand(site: Site, place: (typeof PLACES)[keyof typeof PLACES]): Promise<Land> {
  const unit = await aUnit(site.db, { government: place.government, name: `Dinas Kesehatan ${place.government}` });
  const where: Record<Role, string | undefined> = {
    'national-admin': undefined,
    head: place.province,
    verifier: place.province,
    assessor: place.province,
    enumerator: place.province,
    sekda: place.government,
    'unit-contact': unit.id,
    observer: place.government,
  };
  const people: Partial<Record<Role, TestPerson>> = {};
  for (const role of ROLES) {
    const name = `${role} ${place.government}`;
    people[role] = await aPerson(site.db, { name, grants: [grant(role, where[role])] });
  }
  return { ...place, unit, people: people as Record<Role, TestPerson> };
}
