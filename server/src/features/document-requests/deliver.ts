import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type * as z from 'zod/mini';

import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { dayIn } from '@patuh/shared/domain/calendar';
import { OtherOffset, StoreFull } from '@patuh/server/platform/evidence/store';
import { ProblemError } from '@patuh/server/platform/problem';
import { linkHash } from '@patuh/server/platform/sessions/one-time-link';
import {
  type AskedDocument,
  type beginDelivery,
  MOST_DELIVERED_FILES,
} from '@patuh/shared/contracts/document-requests';
import { MOST_BYTES } from '@patuh/shared/domain/evidence';

import type { RequestDeps } from './deps.ts';
import { isLinkGood } from './policy.ts';
import {
  deleteDelivery,
  type Delivery,
  findByLink,
  findDelivered,
  findDeliveries,
  findDelivery,
  insertDelivery,
  lockByLink,
  receiveDelivery,
} from './queries.ts';

/** What the holder of a link is asked for. Throws `link-not-valid` for one that ended or never was. */
export async function openRequest({ db, now }: RequestDeps, token: string): Promise<AskedDocument> {
  const request = await asked(db, token);
  const files = await findDelivered(db, [request.id]);
  return {
    unit: request.unitName,
    government: request.governmentName,
    office: request.provinceName,
    wanted: request.wanted,
    dueOn: request.dueOn,
    isOverdue: dayIn(request.timeZone, now()) > request.dueOn,
    files: files.map(({ name, size, receivedAt }) => ({ name, size, receivedAt: receivedAt.toISOString() })),
  };
}

type Wish = z.infer<NonNullable<(typeof beginDelivery)['body']>>;

/** Begins to take a file, or says how much of it is here. Throws the problems of the contract `beginDelivery`. */
export async function beginFile(
  deps: RequestDeps,
  { token, sha256, type, size, name }: Wish,
): Promise<z.infer<(typeof beginDelivery)['ok']>> {
  if (size === 0) throw new ProblemError('file-refused', [], { fault: 'empty' });
  if (size > MOST_BYTES[type]) throw new ProblemError('request-too-large');
  const { delivery, replaced } = await inTransaction(deps.db, async (trx) => {
    const request = await lockByLink(trx, linkHash(token));
    if (request === undefined || !isLinkGood(request)) throw new ProblemError('link-not-valid');
    const known = await findDeliveries(trx, request.id);
    const same = known.find((one) => one.sha256 === sha256);
    const isGood = same !== undefined && (same.receivedAt !== null || (same.size === size && same.type === type));
    if (isGood) return { delivery: same, replaced: undefined };
    if (same === undefined && known.length >= MOST_DELIVERED_FILES) throw new ProblemError('too-many-files');
    // It was said to be of another length or type: one of the two is wrong, and nobody knows which.
    if (same !== undefined) await deleteDelivery(trx, same.id);
    const made = { id: randomUUID(), requestId: request.id, sha256, type, size };
    await insertDelivery(trx, made, { name, at: deps.now() });
    return { delivery: { ...made, receivedAt: null }, replaced: same?.id };
  });
  if (replaced !== undefined) await deps.store.giveUp(replaced);
  const offset = delivery.receivedAt === null ? await deps.store.uploaded(delivery.id) : delivery.size;
  return { deliveryId: delivery.id, offset };
}

/**
 * Takes the next bytes; with the last ones the file is looked at, kept on the disk and known to the office, before anybody
 * is told that it is whole. One part of a file at a time (`turns`): of two last ones the second finds it whole. Throws the
 * problems of the contract `sendDeliveryPart`.
 */
export async function takePart(
  deps: RequestDeps,
  { token, deliveryId, offset, bytes }: { readonly token: string; readonly deliveryId: string } & Part,
): Promise<{ readonly offset: number; readonly isWhole: boolean }> {
  const { db, store } = deps;
  const request = await asked(db, token);
  const delivery = await findDelivery(db, deliveryId, request.id);
  if (delivery === undefined) throw new ProblemError('not-found');
  if (delivery.receivedAt !== null) return { offset: delivery.size, isWhole: true };
  const at = await append(deps, delivery, { offset, bytes });
  if (at < delivery.size) return { offset: at, isWhole: false };
  try {
    await finish(deps, delivery, token);
  } catch (error) {
    throw error instanceof StoreFull ? new ProblemError('storage-full') : error;
  }
  await store.giveUp(delivery.id);
  return { offset: at, isWhole: true };
}

interface Part {
  readonly offset: number;
  readonly bytes: Buffer;
}

async function append({ store }: RequestDeps, { id, size }: Delivery, { offset, bytes }: Part): Promise<number> {
  // The last bytes came before, and their answer was lost.
  if (offset === size && (await store.uploaded(id)) === size) return size;
  try {
    if (offset + bytes.length > size) throw new OtherOffset('beyond the end');
    return await store.append(id, { from: offset, to: offset + bytes.length }, Readable.from([bytes]));
  } catch (error) {
    if (error instanceof OtherOffset) throw new ProblemError('upload-elsewhere');
    throw error instanceof StoreFull ? new ProblemError('storage-full') : error;
  }
}

async function finish({ db, now, store, inspect }: RequestDeps, delivery: Delivery, token: string): Promise<void> {
  const { id, sha256, type } = delivery;
  const throwAway = async (): Promise<void> => {
    await inTransaction(db, async (trx) => await deleteDelivery(trx, id));
    await store.giveUp(id);
  };
  if ((await store.digest(id)) !== sha256) {
    await throwAway();
    throw new ProblemError('file-differs');
  }
  const found = await inspect(store.uploadPath(id), type);
  if ('fault' in found) {
    await throwAway();
    throw new ProblemError('file-refused', [], { fault: found.fault });
  }
  // First the file, then the rows: nobody is ever told of a file that is not there.
  await store.keep(id, sha256);
  await inTransaction(db, async (trx) => {
    const at = now();
    const request = await lockByLink(trx, linkHash(token));
    if (request === undefined || !isLinkGood(request)) throw new ProblemError('link-not-valid');
    const place = await findByLink(trx, linkHash(token));
    const still = await findDelivery(trx, id, request.id);
    if (place === undefined || still === undefined || still.receivedAt !== null) return;
    await receiveDelivery(trx, delivery, found, at);
    await appendAudit(
      trx,
      {
        office: place.province,
        actor: { kind: 'system', id: 'document-link' },
        action: 'document.received',
        subject: { kind: 'assessment', id: place.assessmentId },
        beforeHash: null,
        afterHash: sha256,
        detail: { request: request.id, size: delivery.size },
      },
      now,
    );
  });
}

async function asked(db: RequestDeps['db'], token: string) {
  const request = await findByLink(db, linkHash(token));
  if (request === undefined || !isLinkGood({ request: request.requestState, unit: request.state }))
    throw new ProblemError('link-not-valid');
  return request;
}
