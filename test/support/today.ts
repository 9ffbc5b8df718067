import type { getToday, TodayItem } from '@patuh/shared/contracts/today';
import type { TodayKind } from '@patuh/shared/today/kinds';
import { expect } from 'vitest';
import type * as z from 'zod/mini';

import type { Client } from './people.ts';

/** Everything that somebody’s first page says. */
export async function todayOf(client: Pick<Client, 'get'>): Promise<z.infer<typeof getToday.ok>> {
  const { status, body } = await client.get('/api/office/today');
  expect(status).toBe(200);
  return body as z.infer<typeof getToday.ok>;
}

/** One thing on it; undefined where it is not said. */
export async function itemOf(client: Pick<Client, 'get'>, kind: TodayKind): Promise<TodayItem | undefined> {
  return (await todayOf(client)).items.find((item) => item.kind === kind);
}

/** How many of it; 0 where it is not said. */
export async function countOf(client: Pick<Client, 'get'>, kind: TodayKind): Promise<number> {
  return (await itemOf(client, kind))?.count ?? 0;
}
