import type { FastifyInstance } from 'fastify';

import { DEMO_SIGN_INS } from '@patuh/seeds/demo/sign-ins';
import { listDemoSignIns } from '@patuh/shared/contracts/sign-in';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { ProblemError } from '@patuh/server/platform/problem';

/** Where the demo is not open there is no such address, as there is none on a server without it. */
export function demoRoutes(app: FastifyInstance, deps: ApiDeps & { readonly demo: boolean }): void {
  serveApi(app, deps, listDemoSignIns, () => {
    if (!deps.demo) throw new ProblemError('not-found');
    return { signIns: [...DEMO_SIGN_INS] };
  });
}
