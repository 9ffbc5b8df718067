import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import {
  getResult as getResultContract,
  getUnitResult as getUnitResultContract,
  listResults as listResultsContract,
} from '@patuh/shared/contracts/results';

import { getUnitResult } from './get-unit-result.ts';
import { getResult, listResults } from './list-results.ts';

/** Provisional results, for the governments they are about. */
export function resultRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, listResultsContract, async ({ actor }) => ({ results: await listResults(deps, actor) }));
  serveApi(app, deps, getResultContract, async ({ actor, params }) => await getResult(deps, actor, params));
  serveApi(app, deps, getUnitResultContract, async ({ actor, params }) => await getUnitResult(deps, actor, params));
}
