/**
 * WHO MAY CALL WHAT, one file per feature. `matrix.test.ts` takes every route the server serves and calls it as every role
 * and as nobody, for a thing of the own scope, one beside it (another government of the same province), one of another
 * province, and one that does not exist. It fails when a route has no row here or a row names no route.
 *
 * To add rows: make `rows/<feature>.ts` with `export const rows: readonly Row[] = […]`; it is found by itself. A row says
 *   route    method and path as the contract has them;
 *   to       the request for the thing on a side. Use `world.lands[side]` (own | beside | other: province, government, unit,
 *            people by role) or make the thing there; for `missing` a random id with an otherwise right body; undefined where
 *            a side makes no sense (a list has `own` only);
 *   outcome  what each role gets: `everywhere()`, `inProvince()`, `inGovernment()` are `ok` there and `not-found` elsewhere,
 *            with a code instead of `ok` where the thing answers so; `always(code)` looks at nothing. A role that is not
 *            named gets `not-permitted`, nobody gets `signed-out`; a public route names all (`everyRole`, `nobody`).
 * Where a thing is not found outside the scope, its answer is compared with that for the random id, byte for byte. Put ids of
 * other provinces that you make into `world.foreign`: no answer to anybody but the national office may hold one.
 */
import { randomUUID } from 'node:crypto';

import { always, everyRole, everywhere, inGovernment, type Row } from '../../../support/matrix.ts';
import { signedIn } from '../../../support/people.ts';

const own = (path: string, body?: unknown): Row['to'] => {
  return (_world, side) => (side === 'own' ? { path, body } : undefined);
};

const everybody = (outcome: Parameters<typeof always>[0]): Row['outcome'] => ({
  ...everyRole(always(outcome)),
  nobody: always(outcome),
});

const WRONG = 'bukan kata sandi siapa pun';

/** Signed in, but without a password: proving it fails for everybody, and nothing changes. */
const noPassword = (path: string, body: unknown): Pick<Row, 'to' | 'outcome'> => ({
  to: own(path, body),
  outcome: everyRole(always('sign-in-refused')),
});

export const rows: readonly Row[] = [
  {
    route: 'POST /api/session',
    perCaller: true,
    to: (_world, side) =>
      side === 'own'
        ? {
            path: '/api/session',
            body: { email: `${randomUUID()}@contoh.example`, password: WRONG, deviceName: 'Uji' },
          }
        : undefined,
    outcome: everybody('sign-in-refused'),
  },
  { route: 'POST /api/session/refresh', to: own('/api/session/refresh'), outcome: everybody('signed-out') },
  {
    route: 'POST /api/sign-in-links/inspect',
    to: own('/api/sign-in-links/inspect', { token: 'x'.repeat(43) }),
    outcome: everybody('link-not-valid'),
  },
  {
    route: 'POST /api/sign-in-links/use',
    to: own('/api/sign-in-links/use', { token: 'x'.repeat(43), password: 'gunung mutis berkabut', deviceName: 'Uji' }),
    outcome: everybody('link-not-valid'),
  },
  { route: 'GET /api/me', to: own('/api/me'), outcome: everyRole(everywhere()) },
  { route: 'GET /api/me/sessions', to: own('/api/me/sessions'), outcome: everyRole(everywhere()) },
  {
    route: 'DELETE /api/me/sessions/:sessionId',
    perCaller: true,
    to: async ({ site, lands }, side, { person }) => {
      if (side === 'missing') return { path: `/api/me/sessions/${randomUUID()}` };
      const owner = side === 'own' ? person : lands[side].people.assessor;
      const { sessionId } = await signedIn(site, owner ?? lands.own.people.assessor);
      return { path: `/api/me/sessions/${sessionId}` };
    },
    outcome: everyRole(inGovernment()),
  },
  {
    route: 'POST /api/me/password',
    ...noPassword('/api/me/password', { current: WRONG, next: 'gunung mutis berkabut' }),
  },
  { route: 'POST /api/me/second-factor', ...noPassword('/api/me/second-factor', { password: WRONG }) },
  {
    route: 'POST /api/me/second-factor/confirm',
    to: own('/api/me/second-factor/confirm', { code: '000000' }),
    outcome: everyRole(always('code-refused')),
  },
  {
    route: 'POST /api/session/end',
    to: own('/api/session/end'),
    ownDevice: true,
    outcome: everyRole(everywhere()),
  },
];
