import type { FastifyInstance } from 'fastify';
import limitOf from 'p-limit';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { ProblemError } from '@patuh/server/platform/problem';
import * as contracts from '@patuh/shared/contracts/field-files';

import { giveKeys } from './give-keys.ts';
import { openCustody } from './open-custody.ts';
import { takeFile, type TakeDeps } from './take-file.ts';

export type FieldFileDeps = ApiDeps & TakeDeps;

/** Opening one keeps the process busy, and what is in it waits in the line of the pushes anyway. */
const FILES_AT_ONCE = 1;
/** Each that waits is held in memory as a whole. */
const LONGEST_LINE = 20;
const COME_BACK_AFTER_S = 10;

export function fieldFileRoutes(app: FastifyInstance, deps: FieldFileDeps): void {
  const inLine = limitOf(FILES_AT_ONCE);
  serveApi(app, deps, contracts.getFieldKeys, async ({ actor }) => await giveKeys(deps, actor));
  serveApi(app, deps, contracts.openCustody, async ({ actor, body }) => await openCustody(deps, actor, body));
  serveApi(app, deps, contracts.importFieldFile, async ({ actor, body }) => {
    if (inLine.pendingCount >= LONGEST_LINE) throw new ProblemError('not-ready', [], {}, COME_BACK_AFTER_S);
    return await inLine(async () => await takeFile(deps, actor, body));
  });
}
