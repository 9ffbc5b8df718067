import type { FastifyInstance, FastifyRequest } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import * as handovers from '@patuh/shared/contracts/handover';
import * as contracts from '@patuh/shared/contracts/people';

import { resetPerson, setPersonStatus, signPersonOut } from './change-account.ts';
import type { LinkDeps } from './deps.ts';
import { endPersonSession, listDevices } from './devices.ts';
import { getHandover } from './get-handover.ts';
import { handOver } from './hand-over.ts';
import { invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { setGrants } from './set-grants.ts';
import { setHome } from './set-home.ts';

export function peopleRoutes(app: FastifyInstance, deps: ApiDeps & { readonly publicUrl: string | null }): void {
  /** Without PUBLIC_URL a link leads to where its maker is. */
  const linking = ({ protocol, host }: FastifyRequest): LinkDeps => ({
    ...deps,
    origin: deps.publicUrl ?? `${protocol}://${host}`,
  });

  serveApi(app, deps, contracts.listPeople, async ({ actor }) => ({ people: await listPeople(deps, actor) }));
  serveApi(app, deps, contracts.invitePerson, ({ actor, body, request }) =>
    invitePerson(linking(request), actor, body),
  );
  serveApi(app, deps, contracts.setGrants, ({ actor, params, body }) =>
    setGrants(deps, actor, { personId: params.personId, grants: body.grants }),
  );
  serveApi(app, deps, contracts.resetPerson, async ({ actor, params, request }) => ({
    link: await resetPerson(linking(request), actor, params.personId),
  }));
  serveApi(app, deps, contracts.setPersonStatus, ({ actor, params, body }) =>
    setPersonStatus(deps, actor, { personId: params.personId, disabled: body.disabled }),
  );
  serveApi(app, deps, contracts.setHome, ({ actor, params, body }) =>
    setHome(deps, actor, { personId: params.personId, government: body.government }),
  );
  serveApi(app, deps, contracts.getDevices, ({ actor, params }) => listDevices(deps, actor, params.personId));
  serveApi(app, deps, contracts.revokePersonSession, async ({ actor, params }) => {
    await endPersonSession(deps, actor, params);
    return {};
  });
  serveApi(app, deps, handovers.getHandover, ({ actor, params, query }) =>
    getHandover(deps, actor, { personId: params.personId, province: query.province }),
  );
  serveApi(app, deps, handovers.handOver, ({ actor, params, body }) =>
    handOver(deps, actor, { personId: params.personId, ...body }),
  );
  serveApi(app, deps, contracts.signPersonOut, ({ actor, params }) => signPersonOut(deps, actor, params.personId));
}
