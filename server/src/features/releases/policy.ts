import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';
import type { PublicationId } from '@patuh/shared/publication/payload';

import type { ReleaseUnit } from '@patuh/server/platform/assessments/release-units';
import type { CurrentList } from '@patuh/server/platform/published-lists';
import type { ReleaseRow } from './queries.ts';

/** Who may publish a province at all; to everybody else it does not exist. */
export function whyNotPublish(actor: Pick<Actor, 'grants'>, province: ProvinceCode): ProblemCode | undefined {
  return hasRole(actor, ['head', 'national-admin'], { province }) ? undefined : 'not-found';
}

export interface PreparationFacts {
  readonly inPreparation: boolean;
  readonly current: Pick<CurrentList, 'id'> | undefined;
  readonly decreeDate: string;
  /** The date it is now in the province. */
  readonly today: string;
  readonly units: readonly Pick<ReleaseUnit, 'state'>[];
}

/** Why nothing can be prepared now, the simplest reason first. */
export function whyNotPrepare(
  facts: PreparationFacts,
  correction: { readonly replaces: PublicationId } | null,
): ProblemCode | undefined {
  if (facts.inPreparation) return 'release-in-preparation';
  if (facts.decreeDate > facts.today) return 'decree-date-in-future';
  if (facts.units.some(isOpen)) return 'release-blocked';
  if (facts.current === undefined) return correction === null ? undefined : 'nothing-to-correct';
  return correction?.replaces === facts.current.id ? undefined : 'correction-needed';
}

/** A unit that holds the publication up: it is neither final nor left out with a reason. */
export function isOpen({ state }: Pick<ReleaseUnit, 'state'>): boolean {
  return state !== 'final' && state !== 'not-assessed';
}

/** Who prepared it does not approve it, and what is decided stays decided. */
export function whyNotApprove(
  actor: { readonly personId: PersonId },
  release: Pick<ReleaseRow, 'state' | 'preparedBy'>,
): ProblemCode | undefined {
  if (release.state !== 'prepared') return 'release-decided';
  return release.preparedBy.id === actor.personId ? 'second-person-needed' : undefined;
}

export interface ApprovalFacts {
  readonly units: readonly Pick<ReleaseUnit, 'state'>[];
  /** What the approver looked at, what was prepared, what is stored of it, and what the assessments give now. */
  readonly hashes: {
    readonly seen: string;
    readonly prepared: string;
    readonly stored: string | null;
    readonly now: string | null;
  };
  /** What it would replace, and what is public now. */
  readonly replaces: PublicationId | null;
  readonly current: PublicationId | null;
}

/** Approval publishes exactly what was prepared and seen, and only while it is still what the assessments give. */
export function whyNotPublishNow({ units, hashes, replaces, current }: ApprovalFacts): ProblemCode | undefined {
  if (units.some(isOpen)) return 'release-blocked';
  const { seen, prepared, stored, now } = hashes;
  const same = seen === prepared && stored === prepared && now === prepared && replaces === current;
  return same ? undefined : 'release-changed';
}
