import { inTransaction } from '@patuh/server/platform/database';
import { openSession } from '@patuh/server/platform/sessions/open-session';
import { refreshToken } from '@patuh/server/platform/sessions/refresh-token';
import { sessionKeys } from '@patuh/server/platform/sessions/session-keys';
import type { Page } from 'playwright-core';

import { DESK, type Visited } from './browser.ts';
import type { TestPerson } from './people.ts';
import { TEST_SESSION_SECRET } from './site.ts';

/** A browser in which that person is signed in already, without the cost of a password. */
export async function aPageOf(
  visited: Visited,
  person: Pick<TestPerson, 'id' | 'grants'>,
  viewport = DESK,
): Promise<Page> {
  const { sessionId, generation, until } = await inTransaction(visited.site.db, (trx) =>
    openSession(trx, {
      personId: person.id,
      grants: person.grants,
      deviceName: 'Peramban uji',
      now: new Date(),
    }),
  );
  const { page } = await visited.reader({ viewport });
  // The app asks for a session only where somebody signed in before.
  await page.addInitScript("localStorage.setItem('patuh-signed-in', '1')");
  const value = refreshToken(sessionKeys(TEST_SESSION_SECRET).refresh, { sessionId, generation });
  await page.context().addCookies([
    {
      name: '__Host-patuh-refresh',
      value,
      domain: '127.0.0.1',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
      expires: until.getTime() / 1000,
    },
  ]);
  return page;
}
