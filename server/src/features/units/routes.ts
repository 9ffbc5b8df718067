import type { FastifyInstance, FastifyReply } from 'fastify';

import { type ApiDeps, serveApi, serveBytes } from '@patuh/server/platform/access';
import * as files from '@patuh/shared/contracts/plan-file';
import * as contracts from '@patuh/shared/contracts/units';

import * as changes from './change-unit.ts';
import { getLastSeason, getUnitPlan } from './get-plan.ts';
import { getRegister, getUnitHistory } from './get-register.ts';
import { planUnits, unplanUnits } from './plan-units.ts';
import { recordNotAssessed } from './record-not-assessed.ts';
import { registerUnit } from './register-unit.ts';
import { splitUnit } from './split-unit.ts';
import { checkPlanFile, takePlanFile } from './take-plan-file.ts';
import { exportPlan, planTemplate, type WrittenFile } from './write-plan-file.ts';

export function unitRoutes(app: FastifyInstance, deps: ApiDeps): void {
  registerRoutes(app, deps);
  planRoutes(app, deps);
  fileRoutes(app, deps);
}

function registerRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, contracts.getRegister, ({ actor, query }) => getRegister(deps, actor, query.province));
  serveApi(app, deps, contracts.registerUnit, ({ actor, body }) => registerUnit(deps, actor, body));
  serveApi(app, deps, contracts.getUnitHistory, ({ actor, params }) => getUnitHistory(deps, actor, params.unitId));
  serveApi(app, deps, contracts.renameUnit, ({ actor, params, body }) =>
    changes.renameUnit(deps, actor, { ...params, ...body }),
  );
  serveApi(app, deps, contracts.moveUnit, ({ actor, params, body }) =>
    changes.moveUnit(deps, actor, { ...params, ...body }),
  );
  serveApi(app, deps, contracts.changeGovernment, ({ actor, params, body }) =>
    changes.changeGovernment(deps, actor, { ...params, ...body }),
  );
  serveApi(app, deps, contracts.closeUnit, ({ actor, params, body }) =>
    changes.closeUnit(deps, actor, { ...params, ...body }),
  );
  serveApi(app, deps, contracts.splitUnit, ({ actor, params, body }) => splitUnit(deps, actor, { ...params, ...body }));
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
