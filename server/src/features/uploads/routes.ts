import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { type ApiDeps, serveBytes } from '@patuh/server/platform/access';
import { mayBringTo } from '@patuh/server/platform/assessments/team';
import { OtherOffset, StoreFull } from '@patuh/server/platform/evidence/store';
import { turns } from '@patuh/server/platform/evidence/turns';
import { ProblemError } from '@patuh/server/platform/problem';
import * as contracts from '@patuh/shared/contracts/evidence';
import type { Actor } from '@patuh/shared/domain/actor';

import { beginUpload } from './begin-upload.ts';
import type { UploadDeps } from './deps.ts';
import { finishUpload } from './finish-upload.ts';
import { isHere } from './is-here.ts';
import { findUpload, type Upload } from './queries.ts';
import { bringsBytes, checkVersion, offsetOf, wishedUpload } from './tus-headers.ts';

/** Files of evidence come in by tus 1.0: what is said on the line stands in `shared/src/contracts/evidence.ts`. */
export function uploadRoutes(app: FastifyInstance, deps: ApiDeps & UploadDeps): void {
  const inTurn = takingTurns(deps);
  app.removeAllContentTypeParsers();
  // The store reads the bytes, once it is known whose they are.
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  app.addHook('onSend', async (_request, reply) => void reply.header('tus-resumable', contracts.TUS_VERSION));

  serveBytes(app, deps, contracts.createUpload, async ({ actor, request, reply }) => {
    checkVersion(request);
    const brings = bringsBytes(request);
    const wished = wishedUpload(request);
    const upload = await beginUpload(deps, actor, wished);
    // tus wants an address; of a file that is here already it is that of nothing.
    const address = upload === 'here' ? wished.assessmentId : upload.id;
    const at =
      upload === 'here'
        ? wished.size
        : await inTurn(upload, request, async () => {
            const has = await deps.store.uploaded(upload.id);
            // They begin at the beginning: what is here of them is passed over.
            const now = brings ? await take(deps, request, { upload, from: has, skip: has }) : has;
            return await settle(deps, actor, upload, now);
          });
    return answer(reply.code(CREATED).header('location', `${contracts.UPLOADS_PATH}/${address}`), wished, at);
  });

  serveBytes(app, deps, contracts.askUpload, async ({ actor, params, request, reply }) => {
    checkVersion(request);
    const upload = await ownUpload(deps, actor, params.uploadId);
    const at = await inTurn(upload, request, async () =>
      settle(deps, actor, upload, await deps.store.uploaded(upload.id)),
    );
    return answer(reply.header('upload-length', String(upload.size)), upload, at);
  });

  serveBytes(app, deps, contracts.sendUpload, async ({ actor, params, request, reply }) => {
    checkVersion(request);
    if (!bringsBytes(request)) throw new ProblemError('unsupported-media-type');
    const from = offsetOf(request);
    const upload = await ownUpload(deps, actor, params.uploadId);
    const at = await inTurn(upload, request, async () =>
      settle(deps, actor, upload, await take(deps, request, { upload, from, skip: 0 })),
    );
    return answer(reply.code(NO_CONTENT), upload, at);
  });
}

const CREATED = 201;
const NO_CONTENT = 204;

async function ownUpload({ db }: UploadDeps, actor: Actor, id: string): Promise<Upload> {
  const upload = await findUpload(db, id, actor.personId);
  if (upload === undefined || !(await mayBringTo(db, actor, upload.assessmentId))) throw new ProblemError('not-found');
  return upload;
}

/** Works on an upload while nobody else does; answers how much of it is here then. */
function takingTurns(deps: UploadDeps) {
  const inTurn = turns();
  return async (upload: Upload, { raw }: FastifyRequest, work: () => Promise<number>): Promise<number> => {
    // What arrived is kept; no more is waited for.
    const giveWay = (): void => void (raw.complete || raw.destroy());
    return await inTurn(upload.id, giveWay, async (waited) => {
      if (!waited || (await findUpload(deps.db, upload.id, upload.personId)) !== undefined) return await work();
      // Whoever had the turn finished it, or threw it away.
      if (await isHere(deps, upload)) return upload.size;
      throw new ProblemError('not-found');
    });
  };
}

async function take(
  { store }: UploadDeps,
  { raw }: FastifyRequest,
  { upload, from, skip }: { readonly upload: Upload; readonly from: number; readonly skip: number },
): Promise<number> {
  try {
    if (from > upload.size) throw new OtherOffset('beyond the end');
    return await store.append(upload.id, { from, to: upload.size, skip }, raw);
  } catch (error) {
    throw error instanceof OtherOffset ? new ProblemError('upload-elsewhere') : asProblem(error);
  }
}

/** Whoever hears that all of it is here hears the receipt with it, or why there is none. */
async function settle(deps: UploadDeps, actor: Actor, upload: Upload, at: number): Promise<number> {
  try {
    if (at === upload.size) await finishUpload(deps, actor, upload);
    return at;
  } catch (error) {
    throw asProblem(error);
  }
}

function answer(reply: FastifyReply, file: Pick<Upload, 'sha256' | 'size'>, at: number): FastifyReply {
  if (at === file.size) void reply.header(contracts.RECEIPT_HEADER, file.sha256);
  return reply.header('upload-offset', String(at)).send();
}

const LATER_SECONDS = 60;

function asProblem(error: unknown): unknown {
  return error instanceof StoreFull ? new ProblemError('storage-full', [], {}, LATER_SECONDS) : error;
}
