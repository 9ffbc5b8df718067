import type { FastifyInstance } from 'fastify';
import limitOf from 'p-limit';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { ProblemError } from '@patuh/server/platform/problem';
import * as contracts from '@patuh/shared/contracts/sync';

import { pullChanges } from './pull.ts';
import { pushChanges } from './push.ts';

/** Those of one office wait for each other in the database anyway, and everybody else needs connections too. */
const PUSHES_AT_ONCE = 4;
/** Whoever would stand behind so many others is better told to come back than kept waiting. */
const LONGEST_LINE = 1_000;
const COME_BACK_AFTER_S = 3;

export function syncRoutes(app: FastifyInstance, deps: ApiDeps): void {
  const inLine = limitOf(PUSHES_AT_ONCE);
  serveApi(app, deps, contracts.pushChanges, async ({ actor, body }) => {
    if (inLine.pendingCount >= LONGEST_LINE) throw new ProblemError('not-ready', [], {}, COME_BACK_AFTER_S);
    return await inLine(async () => await pushChanges(deps, actor, body));
  });
  serveApi(app, deps, contracts.pullChanges, async ({ actor, body }) => await pullChanges(deps, actor, body));
}
