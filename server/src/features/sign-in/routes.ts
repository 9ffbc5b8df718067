import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';

import { serveApi } from '@patuh/server/platform/access';
import { getMe, signIn as signInContract, type SignInResult } from '@patuh/shared/contracts/sign-in';

import type { SignInDeps } from './deps.ts';
import { meOf } from './me.ts';
import { refreshCookie } from './refresh-cookie.ts';
import { signIn } from './sign-in.ts';

export function signInRoutes(app: FastifyInstance, deps: SignInDeps): void {
  void app.register(fastifyCookie);
  const cookie = refreshCookie(deps.publicUrl);

  serveApi(app, deps, signInContract, async ({ body, reply }): Promise<SignInResult> => {
    const result = await signIn(deps, body);
    if (result === 'code-needed') return { kind: 'code-needed' };
    cookie.write(reply, result.refreshToken, result.until);
    return result.signedIn;
  });
  serveApi(app, deps, getMe, ({ actor }) => meOf(deps.db, actor));
}
