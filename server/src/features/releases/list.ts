import type { ReleaseScope } from '@patuh/shared/contracts/releases';
import type { Actor } from '@patuh/shared/domain/actor';

import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import type { ApiDeps } from '@patuh/server/platform/access';
import { whyNotPublish } from './policy.ts';
import { currentList, governmentsOf, listScopes, type ReleaseScopeRow, releasesOf, unitsOf } from './queries.ts';
import { blockersOf, releaseView } from './view.ts';

/** Everything that the person may publish, with what holds it up and what became of it so far. */
export async function listReleases(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
): Promise<{ scopes: ReleaseScope[] }> {
  return await inSnapshot(db, async (snapshot) => {
    const scopes = (await listScopes(snapshot)).filter(
      ({ province }) => whyNotPublish(actor, province.code) === undefined,
    );
    const views: ReleaseScope[] = [];
    for (const scope of scopes) views.push(await scopeView(snapshot, scope, actor, now()));
    return { scopes: views };
  });
}

async function scopeView(db: Reader, scope: ReleaseScopeRow, actor: Actor, now: Date): Promise<ReleaseScope> {
  const units = await unitsOf(db, scope, now);
  const names = new Map((await governmentsOf(db, scope.province.code)).map(({ code, name }) => [code, name]));
  const current = await currentList(db, scope);
  const releases = await releasesOf(db, scope);
  const { periodId, periodName, year, chain, province } = scope;
  return {
    periodId,
    periodName,
    year,
    chain,
    province: { code: province.code, name: province.name },
    units: {
      all: units.length,
      final: units.filter(({ state }) => state === 'final').length,
      notAssessed: units.filter(({ state }) => state === 'not-assessed').length,
    },
    blockers: blockersOf(units, names),
    published:
      current === undefined
        ? null
        : { id: current.id, at: current.at.toISOString(), hash: current.hash, publicationKind: current.kind },
    releases: releases.map((release) => releaseView(release, scope, actor)),
  };
}
