import { createHash } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import type { UnitPhotos } from '@patuh/shared/contracts/clearances';
import type { Area } from '@patuh/shared/domain/clearance';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import { pushAll } from './assessments.ts';
import { aDevice, type TestDevice } from './changes.ts';
import { anEvidenceId, aPhotoPiece, aPoint, fileArrived } from './evidence-pieces.ts';
import type { Answer, Client } from './people.ts';
import type { TestCrew } from './results.ts';
import type { Site } from './site.ts';

/** Photos of units, and what of them is seen outside. */

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A photo of a point that is described and has arrived. */
export async function aSentPhoto(
  site: Pick<Site, 'db' | 'evidence'>,
  from: { readonly team: Client; readonly device: TestDevice; readonly personId: PersonId; readonly id: AssessmentId },
  bytes: Buffer,
  { points = [aPoint('persyaratan', 'product-1')], caption = null as string | null } = {},
): Promise<string> {
  const value = aPhotoPiece(bytes, { proves: points, caption });
  await pushAll(from.team, [from.device.change(from.id, { subjectId: anEvidenceId() }, { field: 'evidence', value })]);
  await fileArrived(site, { assessmentId: from.id, personId: from.personId }, bytes);
  return hashOf(bytes);
}

export const FACE: Area = { left: 2_000, top: 1_000, width: 1_500, height: 2_000 };

export async function clear(
  client: Pick<Client, 'put'>,
  id: string,
  sha256: string,
  { seen = 0, areas = [FACE] as readonly Area[] | null } = {},
): Promise<Answer> {
  return await client.put(`/api/office/assessments/${id}/photos/${sha256}/clearance`, { seen, areas });
}

export async function photosOf(client: Pick<Client, 'get'>, id: string): Promise<UnitPhotos> {
  const answer = await client.get(`/api/office/assessments/${id}/photos`);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A photo that belonged to a unit before it was verified, whatever the order in which a test makes them. */
export async function aPhotoOfFinished(
  { site, assessor, member }: TestCrew,
  id: AssessmentId,
  bytes: Buffer,
  wish?: Parameters<typeof aSentPhoto>[3],
): Promise<string> {
  const { state } = await site.db
    .selectFrom('assessment')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await setState(site, id, 'in-progress');
  const from = { team: assessor, device: aDevice(), personId: member.personId, id };
  const sha256 = await aSentPhoto(site, from, bytes, wish);
  await setState(site, id, state);
  return sha256;
}

export async function setState(
  { db }: Pick<Site, 'db'>,
  id: AssessmentId,
  state: 'in-progress' | 'verified' | 'submitted' | 'returned' | 'assigned' | 'not-assessed',
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx.updateTable('assessment').set({ state }).where('id', '=', id).execute();
  });
}
