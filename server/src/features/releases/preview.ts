import type { Release } from '@patuh/shared/contracts/releases';
import type { Ranking } from '@patuh/shared/contracts/rankings';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ReleaseId } from '@patuh/shared/domain/ids';
import { ComputedContent } from '@patuh/shared/publication/computed';
import { PublicationFile, PublicationId } from '@patuh/shared/publication/payload';

import type { ApiDeps } from '@patuh/server/platform/access';
import { type Catalogue, chainCatalogue } from '@patuh/server/platform/catalogue/catalogue';
import type { Reference } from '@patuh/server/platform/catalogue/reference';
import type { StoredPublication } from '@patuh/server/platform/catalogue/stored-publication';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { whyNotPublish } from './policy.ts';
import { publicationsOf } from '@patuh/server/platform/published-lists';
import { findScope, type ReleaseScopeRow } from '@patuh/server/platform/release-scope';
import { findRelease, governmentsOf, type ReleaseRow } from './queries.ts';
import { releaseView } from './view.ts';

export interface PreviewDeps extends Pick<ApiDeps, 'db'> {
  readonly catalogue: () => Catalogue;
}

/**
 * The ranking as the public will read it: made by the code of the public pages, from what was prepared, over what was
 * public then. It has no publication yet, so no number, no date and no fingerprint of one.
 */
export async function previewRelease(
  { db, catalogue }: PreviewDeps,
  actor: Actor,
  releaseId: ReleaseId,
): Promise<{ release: Release; ranking: Ranking }> {
  return await inSnapshot(db, async (snapshot) => {
    const release = await findRelease(snapshot, releaseId);
    const scope = release === undefined ? undefined : await findScope(snapshot, release.periodId, release.province);
    if (release === undefined || scope === undefined || whyNotPublish(actor, scope.province.code)) {
      throw new ProblemError('not-found');
    }
    const before = await publicationsOf(snapshot, scope, release.preparedAt);
    const stored = [...before.map(storedPublication), asIfPublished(release, before.length)];
    const reference = await referenceOf(snapshot, scope, catalogue().reference);
    const ranking = chainCatalogue(scope.chain, stored, reference).ranking(scope.province.code, scope.year);
    if (ranking === undefined) throw new RangeError(`Release ${releaseId} gives no ranking`);
    return { release: releaseView(release, scope, actor), ranking: { ...ranking, publication: null } };
  });
}

function storedPublication(text: string): StoredPublication {
  return { file: PublicationFile.parse(JSON.parse(text)), text };
}

const NOTHING = '0'.repeat(64);

/** In the form of a publication, without being one: it is neither signed nor part of a chain. */
function asIfPublished({ content, preparedAt }: ReleaseRow, before: number): StoredPublication {
  const prepared = ComputedContent.parse(content);
  const { scope, year } = prepared;
  const payload = {
    ...prepared,
    id: PublicationId.parse(`${scope.code}-${year}-${before + 1}`),
    publishedAt: preparedAt.toISOString(),
    auditHeads: [],
  };
  const file = { payload, hash: NOTHING, previous: null, keyId: NOTHING, signature: NOTHING + NOTHING };
  return { file, text: '' };
}

/** The names of the province as the database has them, the demo's too. */
async function referenceOf(db: Reader, { province }: ReleaseScopeRow, known: Reference): Promise<Reference> {
  const governments = await governmentsOf(db, province.code);
  return {
    provinces: new Map([[province.code, province]]),
    governments: new Map(
      governments.map((government) => [government.code, { ...government, provinceCode: province.code }]),
    ),
    instruments: known.instruments,
  };
}
