import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/units';

import * as changes from './change-unit.ts';
import { getRegister, getUnitHistory } from './get-register.ts';
import { registerUnit } from './register-unit.ts';
import { splitUnit } from './split-unit.ts';

export function registerRoutes(app: FastifyInstance, deps: ApiDeps): void {
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
