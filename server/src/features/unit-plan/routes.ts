import type { FastifyInstance, FastifyReply } from 'fastify';

import { type ApiDeps, serveApi, serveBytes } from '@patuh/server/platform/access';
import * as files from '@patuh/shared/contracts/plan-file';
import * as contracts from '@patuh/shared/contracts/units';

import { getLastSeason, getUnitPlan } from './get-plan.ts';
import { planUnits, unplanUnits } from './plan-units.ts';
import { recordNotAssessed } from './record-not-assessed.ts';
import { checkPlanFile, takePlanFile } from './take-plan-file.ts';
import { exportPlan, planTemplate, type WrittenFile } from './write-plan-file.ts';

export function unitPlanRoutes(app: FastifyInstance, deps: ApiDeps): void {
  planRoutes(app, deps);
  fileRoutes(app, deps);
}

function planRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.getUnitPlan, ({ actor, params, query }) =>
    getUnitPlan(deps, actor, { ...params, ...query }),
  );
  serveApi(app, deps, contracts.getLastSeason, ({ actor, params, query }) =>
    getLastSeason(deps, actor, { ...params, ...query }),
  );
  serveApi(app, deps, contracts.planUnits, ({ actor, params, body }) => planUnits(deps, actor, { ...params, ...body }));
  serveApi(app, deps, contracts.unplanUnits, ({ actor, params, body }) =>
    unplanUnits(deps, actor, { ...params, ...body }),
  );
  serveApi(app, deps, contracts.recordNotAssessedByOffice, ({ actor, params, body }) =>
    recordNotAssessed(deps, actor, { ...params, ...body }),
  );
}

function fileRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, files.checkPlanFile, ({ actor, params, body: { file, ...body } }) =>
    checkPlanFile(deps, actor, { ...params, ...body, file: bytesOf(file) }),
  );
  serveApi(app, deps, files.takePlanFile, ({ actor, params, body: { file, ...body } }) =>
    takePlanFile(deps, actor, { ...params, ...body, file: bytesOf(file) }),
  );
  serveBytes(app, deps, files.exportPlan, async ({ actor, params, reply }) =>
    sendFile(reply, await exportPlan(deps, actor, params)),
  );
  serveBytes(app, deps, files.planTemplate, async ({ actor, params, reply }) =>
    sendFile(reply, await planTemplate(deps, actor, params)),
  );
}

function bytesOf({ name, content }: { readonly name: string; readonly content: string }) {
  return { name, bytes: new Uint8Array(Buffer.from(content, 'base64')) };
}

function sendFile(reply: FastifyReply, { name, type, bytes }: WrittenFile): FastifyReply {
  return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Buffer.from(bytes));
}
