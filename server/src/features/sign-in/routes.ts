import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { serveApi } from '@patuh/server/platform/access';
import * as contracts from '@patuh/shared/contracts/sign-in';

import { addressCeiling } from '@patuh/server/platform/address-ceiling';
import { changePassword } from './change-password.ts';
import type { SignInDeps } from './deps.ts';
import { inspectLink, useLink } from './links.ts';
import { meOf } from './me.ts';
import { refresh } from './refresh.ts';
import { refreshCookie } from './refresh-cookie.ts';
import { beginSecondFactor, confirmSecondFactor } from './second-factor.ts';
import { endOtherSession, endSession, listSessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import type { Admission } from './signed-in.ts';

/** From one address in a minute: a Puskesmas with a hundred people behind it never gets there. */
const SIGN_INS_PER_MINUTE = 300;
const REFRESHES_PER_MINUTE = 1_200;

export function signInRoutes(app: FastifyInstance, deps: SignInDeps): void {
  void app.register(fastifyCookie);
  const cookie = refreshCookie(deps.publicUrl);
  const fewSignIns = addressCeiling(app, SIGN_INS_PER_MINUTE);
  const fewRefreshes = addressCeiling(app, REFRESHES_PER_MINUTE);
  const letIn = (reply: FastifyReply, { signedIn, refreshToken, until }: Admission): contracts.SignedIn => {
    cookie.write(reply, refreshToken, until);
    return signedIn;
  };

  serveApi(app, deps, contracts.signIn, async ({ body, request, reply }): Promise<contracts.SignInResult> => {
    await fewSignIns(request);
    const result = await signIn(deps, body);
    return result === 'code-needed' ? { kind: 'code-needed' } : letIn(reply, result);
  });
  serveApi(app, deps, contracts.refreshSession, async ({ request, reply }) => {
    await fewRefreshes(request);
    return letIn(reply, await refresh(deps, cookie.read(request)));
  });
  serveApi(app, deps, contracts.inspectLink, async ({ body, request }) => {
    await fewSignIns(request);
    return await inspectLink(deps, body.token);
  });
  serveApi(app, deps, contracts.useLink, async ({ body, request, reply }) => {
    await fewSignIns(request);
    return letIn(reply, await useLink(deps, body));
  });
  serveApi(app, deps, contracts.endSession, async ({ actor, reply }) => {
    await endSession(deps, actor);
    cookie.clear(reply);
    return {};
  });
  serveApi(app, deps, contracts.getMe, ({ actor }) => meOf(deps.db, actor));
  serveApi(app, deps, contracts.listSessions, async ({ actor }) => ({ sessions: await listSessions(deps, actor) }));
  serveApi(app, deps, contracts.revokeSession, async ({ actor, params }) => {
    await endOtherSession(deps, actor, params.sessionId);
    return {};
  });
  serveApi(app, deps, contracts.changePassword, async ({ actor, body }) => {
    await changePassword(deps, actor, body);
    return {};
  });
  serveApi(app, deps, contracts.beginSecondFactor, ({ actor, body }) => beginSecondFactor(deps, actor, body.password));
  serveApi(app, deps, contracts.confirmSecondFactor, async ({ actor, body }) => ({
    recoveryCodes: [...(await confirmSecondFactor(deps, actor, body.code))],
  }));
}
