import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/calibration';

import { answerCase, ownCalibration, photoOf } from './answer-cases.ts';
import type { CalibrationDeps } from './deps.ts';
import { addCase, listCases, removeCase } from './make-cases.ts';

export function calibrationRoutes(app: FastifyInstance, deps: ApiDeps & CalibrationDeps): void {
  serveApi(app, deps, contracts.listCalibrationCases, ({ actor, params, query }) =>
    listCases(deps, actor, { ...params, ...query }),
  );
  serveApi(app, deps, contracts.addCalibrationCase, ({ actor, params, query, body }) =>
    addCase(deps, actor, { ...params, ...query, ...body }),
  );
  serveApi(app, deps, contracts.removeCalibrationCase, ({ actor, params }) => removeCase(deps, actor, params));
  serveApi(app, deps, contracts.getCalibrationPhoto, async ({ actor, params }) => ({
    jpeg: (await photoOf(deps, actor, params.caseId)).toString('base64'),
  }));
  serveApi(app, deps, contracts.getOwnCalibration, ({ actor }) => ownCalibration(deps, actor));
  serveApi(app, deps, contracts.answerCalibrationCase, ({ actor, params, body }) =>
    answerCase(deps, actor, { ...params, ...body }),
  );
}
