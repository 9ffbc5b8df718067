import { readdirSync } from 'node:fs';

import type { Contract } from '@patuh/shared/contracts/contract';
import { PROBLEMS } from '@patuh/shared/contracts/problems';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { always, type Outcome, type Outcomes, type Row, type RowRequest } from '../../support/matrix.ts';
import { type Answer, type Client, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aWorld, type Side, type World, type WorldCaller } from '../../support/world.ts';

const FOLDER = new URL('./rows/', import.meta.url);
const SIDES = ['own', 'beside', 'other', 'missing'] as const satisfies readonly Side[];

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'));
const rows = (
  await Promise.all(files.map(async (name) => (await import(new URL(name, FOLDER).href)) as { rows: readonly Row[] }))
).flatMap((file) => file.rows);

/** Routes behind a contract with a policy; the public pages and open data have a table of their own. */
const served = new Map<string, Contract>();
const open = new Set<string>();

let site: Site;
let world: World;
beforeAll(async () => {
  site = await aSite({
    onRoute: ({ method, url, config }) => {
      for (const verb of [method].flat()) {
        const contract = config?.contract;
        // The framework adds one to every route that reads.
        if (verb === 'HEAD' && contract?.method !== 'HEAD') continue;
        if (contract === undefined) open.add(`${verb} ${url}`);
        else served.set(`${verb} ${url}`, contract);
      }
    },
  });
  world = await aWorld(site);
});
afterAll(async () => await site.close());

describe('the table of who may call what', () => {
  it('has one row for every route behind a contract, and none for a route that is not there', () => {
    expect(rows.map(({ route }) => route).toSorted()).toEqual([...served.keys()].toSorted());
  });
});

describe.each(rows.map((row) => ({ row, route: row.route })))('$route', ({ row }) => {
  it('gives each role what the table says, wherever the thing lies', async () => {
    const requests = remembered(row);
    for (const caller of world.callers) {
      for (const side of SIDES) {
        const request = await requests.get(world, side, caller);
        if (request === undefined) continue;
        const expected = outcomesOf(row, caller)[side];
        const answer = await send(caller, row, request);
        expect({ role: caller.role, side, outcome: outcomeOf(answer), body: hint(answer, expected) }).toEqual({
          role: caller.role,
          side,
          outcome: expected,
          body: undefined,
        });
        if (expected === 'ok') requests.used(row);
        expectNothingForeign(caller, answer);
      }
    }
  });

  it('answers for a thing outside the scope exactly as for one that does not exist', async () => {
    const requests = remembered(row);
    for (const caller of world.callers) {
      const hidden = (['beside', 'other'] as const).filter((side) => outcomesOf(row, caller)[side] === 'not-found');
      const nowhere = await requests.get(world, 'missing', caller);
      if (hidden.length === 0 || nowhere === undefined) continue;
      const missing = await send(caller, row, nowhere);
      for (const side of hidden) {
        const request = await requests.get(world, side, caller);
        if (request === undefined) continue;
        const { status, body, headers } = await send(caller, row, request);
        expect({ status, body, names: Object.keys(headers).toSorted() }).toEqual({
          status: missing.status,
          body: missing.body,
          names: Object.keys(missing.headers).toSorted(),
        });
      }
    }
  });
});

function outcomesOf(row: Row, { role }: WorldCaller): Outcomes {
  return row.outcome[role] ?? always(role === 'nobody' ? 'signed-out' : 'not-permitted');
}

/** What is asked for, made once and made anew after a write that went well. */
function remembered(row: Row) {
  const made = new Map<string, RowRequest | undefined>();
  return {
    get: async (of: World, side: Side, caller: WorldCaller) => {
      const key = row.perCaller === true ? `${side} ${caller.role}` : side;
      if (!made.has(key)) made.set(key, await row.to(of, side, caller));
      return made.get(key);
    },
    used: ({ route }: Row) => {
      if (!route.startsWith('GET ')) made.clear();
    },
  };
}

async function send(of: WorldCaller, { route, ownDevice }: Row, { path, body, headers }: RowRequest): Promise<Answer> {
  const [method = '', pattern = ''] = route.split(' ');
  const caller = ownDevice === true && of.person !== undefined ? await signedIn(site, of.person) : of;
  expect(path.split('?')[0]).toMatch(new RegExp(`^${pattern.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`));
  if (method === 'HEAD' || method === 'PATCH' || headers !== undefined) {
    return await caller.ask(method as 'HEAD' | 'PATCH' | 'POST', path, headers);
  }
  const verb = method.toLowerCase() as keyof Pick<Client, 'get' | 'post' | 'put' | 'delete'>;
  return await (verb === 'get' || verb === 'delete' ? caller[verb](path) : caller[verb](path, body));
}

function outcomeOf({ status, body }: Answer): string {
  if (status >= 200 && status < 300) return 'ok';
  // To HEAD nothing is said but the status.
  const code: unknown = body === '' ? BODILESS[status] : body.code;
  return typeof code === 'string' && Object.hasOwn(PROBLEMS, code) ? code : `status ${status}`;
}

const BODILESS: Readonly<Record<number, string>> = { 401: 'signed-out', 403: 'not-permitted', 404: 'not-found' };

/** Shown only where the outcome is another one. */
function hint(answer: Answer, expected: Outcome): unknown {
  return outcomeOf(answer) === expected ? undefined : answer.body;
}

/** Whoever is not the national office learns no id of another province. */
function expectNothingForeign({ role }: WorldCaller, answer: Answer): void {
  if (role === 'national-admin') return;
  const text = JSON.stringify(answer.body);
  expect([...world.foreign].filter((id) => text.includes(id))).toEqual([]);
}
