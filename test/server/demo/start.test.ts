import { openDemo, type OpenDemoDeps, signInLines } from '@patuh/server/demo/open-demo';
import { makeDemo } from '@patuh/seeds/demo';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@patuh/seeds/demo/people';
import { insertRegion } from '@patuh/server/demo/queries';
import { inTransaction } from '@patuh/server/platform/database';
import { inspectFile } from '@patuh/server/platform/evidence/inspect-file';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aPerson, callerOf, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site, TEST_DEMO_KEY, TEST_KEY } from '../../support/site.ts';

const ALONE: OpenDemoDeps['config'] = {
  demo: undefined,
  production: false,
  host: '127.0.0.1',
  databaseUrl: undefined,
  publicUrl: 'http://127.0.0.1:3000',
  trustProxy: false,
};

let site: Site;
let said: string[];
beforeEach(() => {
  said = [];
});

async function open(config: Partial<OpenDemoDeps['config']> = {}): Promise<boolean> {
  return await openDemo({
    db: site.db,
    config: { ...ALONE, ...config },
    now: () => new Date(),
    signingKeys: { main: TEST_KEY, demo: TEST_DEMO_KEY },
    store: site.evidence,
    inspect: inspectFile,
    say: (sentence) => said.push(sentence),
  });
}

describe('a database without the demo', () => {
  beforeAll(async () => {
    site = await aSite({ history: false });
  });
  afterAll(async () => await site.close());

  it.each([
    ['it is told not to', { demo: false }],
    ['it is in production', { production: true }],
    ['others reach it', { host: '0.0.0.0' }],
    ['a proxy stands before it', { trustProxy: 1 }],
    ['it has a public name', { publicUrl: 'https://patuh.example.go.id' }],
    ['the database is a server of its own', { databaseUrl: 'postgres://db/patuh' }],
  ] as const)('stays without it where %s', async (_why, config) => {
    expect(await open(config)).toBe(false);
    expect(said).toEqual([]);
  });

  it('stays without it where others reach it, also when told to load it', async () => {
    await expect(open({ demo: true, host: '0.0.0.0' })).rejects.toThrow(/^HOST is 0\.0\.0\.0/);
    expect(await open({ demo: false })).toBe(false);
  });

  it('stays without it where somebody has an account', async () => {
    await aPerson(site.db, { grants: [grant('national-admin')] });
    expect(await open()).toBe(false);
  });
});

describe('a database with published results', () => {
  it('stays without the demo unless told to load it', async () => {
    site = await aSite();
    expect(await open()).toBe(false);
    await site.close();
  });
});

describe('a database with the demo', () => {
  beforeAll(async () => {
    site = await aSite({ history: false });
    await inTransaction(site.db, (trx) => insertRegion(trx, makeDemo(instrumentOf(2024))));
    const { name, email, grants } = DEMO_PEOPLE.sekdaEast;
    await aPerson(site.db, { name, email, grants, password: DEMO_PASSWORD, demo: true });
  });
  afterAll(async () => await site.close());

  const signIn = async (): Promise<number> => {
    const { email } = DEMO_PEOPLE.sekdaEast;
    const body = { email, password: DEMO_PASSWORD, deviceName: 'Uji' };
    return (await callerOf(site).post('/api/session', body)).status;
  };

  it('is opened without loading anything again', async () => {
    expect(await open()).toBe(true);
    expect(await open({ demo: true })).toBe(true);
    expect(said).toEqual([]);
    expect(await signIn()).toBe(200);
  });

  it.each([undefined, true, false])('serves this machine only, with DEMO %s', async (demo) => {
    await expect(open({ demo, host: '0.0.0.0' })).rejects.toThrow(/^HOST is 0\.0\.0\.0/);
    await expect(open({ demo, host: '::' })).rejects.toThrow(/^HOST is ::/);
  });

  it.each([
    ['a proxy stands before it', { trustProxy: 1 }],
    ['it has a public name', { publicUrl: 'https://patuh.example.go.id' }],
  ] as const)('asks whether known passwords may be reached where %s', async (_why, config) => {
    await expect(open(config)).rejects.toThrow(/^DEMO is not set/);
    expect(await open({ ...config, demo: false })).toBe(false);
    expect(await open({ ...config, demo: true })).toBe(true);
  });

  it('does not start in production', async () => {
    await expect(open({ production: true })).rejects.toThrow(/^NODE_ENV is production/);
  });

  it('lets nobody of the demo in with DEMO=0, also not who was in, until it is open again', async () => {
    const { email } = DEMO_PEOPLE.sekdaEast;
    const person = await site.db.selectFrom('person').select('id').where('email', '=', email).executeTakeFirstOrThrow();
    const device = await signedIn(site, { ...person, grants: DEMO_PEOPLE.sekdaEast.grants });
    expect((await device.get('/api/me')).status).toBe(200);
    expect(await open({ demo: false })).toBe(false);
    expect((await device.get('/api/me')).status).toBe(401);
    expect(await signIn()).toBe(401);
    expect(await open()).toBe(true);
    expect(await signIn()).toBe(200);
  });

  it('leaves the accounts of real people as they are', async () => {
    const real = await aPerson(site.db, { grants: [grant('verifier', '53')] });
    const device = await signedIn(site, real);
    await open({ demo: false });
    expect((await device.get('/api/me')).status).toBe(200);
  });
});

describe('the lines at start', () => {
  it('name one address of each role, the password and where to go', () => {
    const [first, ...lines] = signInLines('http://127.0.0.1:3000');
    expect(first).toContain('http://127.0.0.1:3000/masuk');
    expect(first).toContain(DEMO_PASSWORD);
    expect(lines).toHaveLength(8);
  });
});
