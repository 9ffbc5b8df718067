import type { FastifyInstance } from 'fastify';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import {
  acceptPlaces as acceptPlacesContract,
  acceptSection as acceptSectionContract,
  allowVerifier as allowVerifierContract,
  decideLateChange as decideLateChangeContract,
  getNextUnit,
  getOfficeAssessment,
  reopenNotAssessed as reopenNotAssessedContract,
  returnPoints as returnPointsContract,
  settlePoint as settlePointContract,
} from '@patuh/shared/contracts/verification';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { acceptPlaces } from './accept-places.ts';
import { acceptSection } from './accept-section.ts';
import { allowVerifier } from './allow-verifier.ts';
import { decideLateChange } from './decide-late-change.ts';
import { nextUnit } from './next-unit.ts';
import { officeAssessment } from './office-assessment.ts';
import { reopenNotAssessed } from './reopen-not-assessed.ts';
import { returnPoints } from './return-points.ts';
import { settlePoint } from './settle-point.ts';

type Input = { readonly assessmentId: AssessmentId };

/** The office: looks at everything of its province, and decides. Every decision answers with the unit as it is then. */
export function verificationRoutes(app: FastifyInstance, deps: ApiDeps): void {
  const answer = async <I extends Input>(
    decide: (deps: ApiDeps, actor: Actor, input: I) => Promise<void>,
    actor: Actor,
    input: I,
  ) => {
    await decide(deps, actor, input);
    return await officeAssessment(deps, actor, input.assessmentId);
  };

  serveApi(
    app,
    deps,
    getOfficeAssessment,
    async ({ actor, params }) => await officeAssessment(deps, actor, params.assessmentId),
  );
  serveApi(app, deps, getNextUnit, async ({ actor, query }) => ({ next: await nextUnit(deps, actor, query.after) }));
  serveApi(
    app,
    deps,
    acceptPlacesContract,
    async ({ actor, params, body }) => await acceptPlaces(deps, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    returnPointsContract,
    async ({ actor, params, body }) => await answer(returnPoints, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    settlePointContract,
    async ({ actor, params, body }) => await answer(settlePoint, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    decideLateChangeContract,
    async ({ actor, params, body }) => await answer(decideLateChange, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    acceptSectionContract,
    async ({ actor, params, body }) => await answer(acceptSection, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    allowVerifierContract,
    async ({ actor, params, body }) => await answer(allowVerifier, actor, { ...params, ...body }),
  );
  serveApi(
    app,
    deps,
    reopenNotAssessedContract,
    async ({ actor, params, body }) => await answer(reopenNotAssessed, actor, { ...params, ...body }),
  );
}
