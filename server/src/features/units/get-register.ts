import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { UnitHistory, UnitRegister } from '@patuh/shared/contracts/units';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import { GovernmentCode, type ProvinceCode } from '@patuh/shared/domain/government';
import type { UnitId } from '@patuh/shared/domain/ids';
import * as z from 'zod/mini';

import { kindChoices, registerUnitOf } from '@patuh/server/platform/register/facts';
import { whyNotRead } from '@patuh/server/platform/register/policy';
import { findGovernments, findProvince, findUnits } from '@patuh/server/platform/register/units';
import { findAssessedYears, findEvents, findUnit, isTouched } from './queries.ts';

/** All permanent units of a province. Throws `not-found` outside the scope. */
export async function getRegister(
  { db }: Pick<ApiDeps, 'db'>,
  actor: Actor,
  code: ProvinceCode,
): Promise<UnitRegister> {
  return await inSnapshot(db, async (snapshot) => {
    const province = await findProvince(snapshot, code);
    if (province === undefined || whyNotRead(actor, code) !== undefined) throw new ProblemError('not-found');
    const byGovernment = Map.groupBy(await findUnits(snapshot, code), ({ government }) => government);
    const assessed = await findAssessedYears(snapshot, { province: code });
    const governments = await findGovernments(snapshot, code);
    return {
      province,
      mayChange: hasRole(actor, ['head'], { province: code }),
      kinds: [...kindChoices()],
      governments: governments.map((government) => ({
        ...government,
        units: (byGovernment.get(government.code) ?? []).map((unit) =>
          registerUnitOf(unit, assessed.get(unit.id) ?? []),
        ),
      })),
    };
  });
}

/** One unit with all that happened to it. Throws `not-found` outside the scope. */
export async function getUnitHistory({ db }: Pick<ApiDeps, 'db'>, actor: Actor, id: UnitId): Promise<UnitHistory> {
  return await inSnapshot(db, async (snapshot) => await historyOf(snapshot, actor, id));
}

export async function historyOf(db: Reader, actor: Pick<Actor, 'grants'>, id: UnitId): Promise<UnitHistory> {
  const unit = await findUnit(db, id);
  if (unit === undefined || whyNotRead(actor, unit.province) !== undefined) throw new ProblemError('not-found');
  const assessed = await findAssessedYears(db, { unit: id });
  const names = new Map((await findGovernments(db, unit.province)).map(({ code, name }) => [code, name]));
  const mayChange = hasRole(actor, ['head'], { province: unit.province });
  return {
    unit: registerUnitOf(unit, assessed.get(id) ?? []),
    government: { code: unit.government, name: unit.governmentName },
    province: unit.province,
    mayChange,
    untouched: mayChange && !(await isTouched(db, id)),
    events: (await findEvents(db, id)).map(({ kind, at, by, reason, before, after, otherId, otherName }) => ({
      kind,
      at: at.toISOString(),
      by,
      reason,
      before: factsIn(before, names),
      after: factsIn(after, names),
      other: otherId === null || otherName === null ? null : { id: otherId, name: otherName },
    })),
  };
}

const StoredFacts = z.object({
  government: z.optional(GovernmentCode),
  name: z.optional(z.string()),
  address: z.optional(z.nullable(z.string())),
  latitude: z.optional(z.nullable(z.int())),
  longitude: z.optional(z.nullable(z.int())),
});

function factsIn(stored: unknown, names: ReadonlyMap<GovernmentCode, string>): UnitHistory['events'][number]['before'] {
  if (stored === null) return null;
  const { government, name, address, latitude, longitude } = StoredFacts.parse(stored);
  return {
    ...(government !== undefined && { government: names.get(government) ?? government }),
    ...(name !== undefined && { name }),
    ...(address !== undefined && { address }),
    ...(latitude !== undefined &&
      longitude !== undefined && {
        coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
      }),
  };
}
