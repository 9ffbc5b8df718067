import type { ReleaseScope } from '@patuh/shared/contracts/releases';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import type { ApiDeps } from '@patuh/server/platform/access';
import { findOpenUnits } from '@patuh/server/platform/assessments/release-units';
import { inSnapshot } from '@patuh/server/platform/database';
import { currentListsOf } from '@patuh/server/platform/published-lists';
import { whyNotPublish } from './policy.ts';
import { listScopes } from '@patuh/server/platform/release-scope';
import { findProvinces, listReleasesOf } from './queries.ts';
import { blockersOf, releaseView } from './view.ts';

/** Everything that the person may publish, with what holds it up and what became of it so far. */
export async function listReleases(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
): Promise<{ scopes: ReleaseScope[] }> {
  const at = now();
  return await inSnapshot(db, async (snapshot) => {
    const all = await findProvinces(snapshot);
    const provinces = all.filter((code) => whyNotPublish(actor, code) === undefined);
    const scopes = await listScopes(snapshot, provinces, at);
    const open = Map.groupBy(await findOpenUnits(snapshot, provinces, at), keyOf);
    const releases = Map.groupBy(await listReleasesOf(snapshot, provinces), keyOf);
    const currentList = await currentListsOf(snapshot, provinces);
    return {
      scopes: scopes.map((scope): ReleaseScope => {
        const { periodId, periodName, year, chain, province, units } = scope;
        const key = keyOf({ periodId, province: province.code });
        const blocking = open.get(key) ?? [];
        const current = currentList(scope);
        return {
          periodId,
          periodName,
          year,
          chain,
          province: { code: province.code, name: province.name },
          units,
          blockers: blockersOf(blocking, new Map(blocking.map((unit) => [unit.government, unit.governmentName]))),
          published:
            current === undefined
              ? null
              : { id: current.id, at: current.at.toISOString(), hash: current.hash, publicationKind: current.kind },
          releases: (releases.get(key) ?? []).map((release) => releaseView(release, scope, actor)),
        };
      }),
    };
  });
}

function keyOf({ periodId, province }: { readonly periodId: PeriodId; readonly province: ProvinceCode }): string {
  return `${periodId} ${province}`;
}
