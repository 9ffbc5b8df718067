import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { inSnapshot } from '@patuh/server/platform/database';
import {
  changeDays as days,
  changePeriod as change,
  createPeriod as create,
  getPeriod as get,
  listPeriods as list,
  openPeriod as open,
} from '@patuh/shared/contracts/periods';

import { changeDays } from './change-days.ts';
import { changePeriod } from './change-period.ts';
import { createPeriod } from './create-period.ts';
import { listPeriods } from './list-periods.ts';
import { openPeriod } from './open-period.ts';
import { periodView } from './view.ts';

export function periodRoutes(app: FastifyInstance, deps: ApiDeps): void {
  serveApi(app, deps, list, ({ actor }) => listPeriods(deps, actor));
  serveApi(app, deps, create, ({ actor, body }) => createPeriod(deps, actor, body));
  serveApi(app, deps, get, ({ actor, params }) =>
    inSnapshot(deps.db, async (snapshot) => await periodView(snapshot, actor, params.periodId)),
  );
  serveApi(app, deps, change, ({ actor, params, body }) => changePeriod(deps, actor, { ...params, ...body }));
  serveApi(app, deps, open, ({ actor, params, body }) => openPeriod(deps, actor, { ...params, ...body }));
  serveApi(app, deps, days, ({ actor, params, body }) => changeDays(deps, actor, { ...params, ...body }));
}
