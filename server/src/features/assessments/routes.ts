import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { loadInstrument } from '@patuh/server/platform/assessments/instruments';
import { ProblemError } from '@patuh/server/platform/problem';
import * as contracts from '@patuh/shared/contracts/assessments';

import { getLastYear } from './last-year.ts';
import { recordNotAssessed } from './record-not-assessed.ts';
import { reopenAssessment } from './reopen.ts';
import { submitAssessment } from './submit.ts';
import { listTeamDevices } from './team-devices.ts';

/** One version of an instrument never changes; private, because only who signed in may read it here. */
const FOR_GOOD = 'private, max-age=31536000, immutable';

export function assessmentRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.getFormInstrument, async ({ params, reply }) => {
    const loaded = await loadInstrument(deps.db, params.instrumentId, params.version);
    if (loaded === undefined) throw new ProblemError('not-found');
    void reply.headers({ 'cache-control': FOR_GOOD, etag: `"${loaded.contentHash}"` });
    return loaded.instrument;
  });
  serveApi(
    app,
    deps,
    contracts.submitAssessment,
    async ({ actor, params, body }) => await submitAssessment(deps, actor, { ...params, manifest: body }),
  );
  serveApi(
    app,
    deps,
    contracts.recordNotAssessed,
    async ({ actor, params, body }) => await recordNotAssessed(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    contracts.reopenAssessment,
    async ({ actor, params, body }) => await reopenAssessment(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    contracts.listTeamDevices,
    async ({ actor, params }) => await listTeamDevices(deps, actor, params.assessmentId),
  );
  serveApi(
    app,
    deps,
    contracts.getLastYear,
    async ({ actor, params }) => await getLastYear(deps, actor, params.assessmentId),
  );
}
