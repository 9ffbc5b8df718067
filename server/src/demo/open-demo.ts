import { makeDemo } from '@patuh/seeds/demo';
import { DEMO_SIGN_INS } from '@patuh/seeds/demo/sign-ins';
import { readInstruments } from '@patuh/seeds/reference';
import type { Instrument } from '@patuh/shared/domain/instrument';

import { type Config, isLoopback } from '../platform/config.ts';
import { StartError } from '../platform/start-error.ts';
import { setDemoAccounts } from './accounts.ts';
import { loadDemo, type LoadDeps } from './load-demo.ts';
import { hasDemo, isUntouched } from './queries.ts';

export interface OpenDemoDeps extends LoadDeps {
  readonly config: Pick<Config, 'demo' | 'production' | 'host' | 'databaseUrl' | 'publicUrl' | 'trustProxy'>;
  readonly now: () => Date;
  readonly say: (sentence: string) => void;
}

/** The instrument by which both seasons of the demo are assessed. */
const INSTRUMENT = 'penilaian-2023-2024';

/**
 * Loads the demo where it is wanted and not there yet; to be called before anything is published, since an untouched
 * database is what tells the first start. Answers whether the demo is open. Throws a StartError where invented figures and
 * known passwords would be reached from elsewhere.
 */
export async function openDemo(deps: OpenDemoDeps): Promise<boolean> {
  const { config, db, say } = deps;
  if (await isToBeLoaded(deps)) {
    refuseUnlessAlone(config);
    say('Loading the demo (Provinsi Contoh) …');
    await loadDemo(deps, makeDemo(instrumentOfDemo(), deps.now()), instrumentOfDemo());
  }
  if (!(await hasDemo(db))) return false;
  refuseUnlessAlone(config);
  if (config.demo === undefined && !isAlone(config)) {
    throw new StartError(
      'DEMO is not set, but the database holds the demo and TRUST_PROXY or PUBLIC_URL leads others here: set DEMO to 0, ' +
        'which closes its accounts, or to 1 if everybody may come in with the passwords that are printed at the start.',
    );
  }
  const isOpen = config.demo !== false;
  await setDemoAccounts(deps, isOpen ? 'open' : 'closed');
  return isOpen;
}

/** One line per role, the way in for whoever looks at Patuh for the first time. */
export function signInLines(address: string): readonly string[] {
  const roles = DEMO_SIGN_INS.filter(
    ({ kind }, index) => DEMO_SIGN_INS.findIndex((other) => other.kind === kind) === index,
  );
  const width = Math.max(...roles.map(({ email }) => email.length));
  return [
    `Demo sign-ins (data contoh), at ${address}/masuk with the password ${roles[0]?.password ?? ''}:`,
    ...roles.map(({ email, role }) => `  ${email.padEnd(width)}  ${role}`),
  ];
}

async function isToBeLoaded({ config, db }: OpenDemoDeps): Promise<boolean> {
  if (config.demo !== undefined) return config.demo && !(await hasDemo(db));
  return config.databaseUrl === undefined && !config.production && isAlone(config) && (await isUntouched(db));
}

/** Behind a proxy this machine is not alone, even on a loopback address. */
function isAlone({ host, publicUrl, trustProxy }: OpenDemoDeps['config']): boolean {
  return isLoopback(host) && trustProxy === false && (publicUrl === undefined || isHere(publicUrl));
}

function isHere(address: string): boolean {
  const { hostname } = new URL(address);
  return isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

function refuseUnlessAlone({ production, host }: OpenDemoDeps['config']): void {
  if (production) {
    throw new StartError(
      'NODE_ENV is production, but the database holds the demo: set DATA_DIR (or DATABASE_URL) to another one.',
    );
  }
  if (!isLoopback(host)) {
    throw new StartError(
      `HOST is ${host}, but with the demo Patuh serves this machine only: set HOST to 127.0.0.1, ` +
        'or DATA_DIR (or DATABASE_URL) to a database without the demo and DEMO to 0.',
    );
  }
}

function instrumentOfDemo(): Instrument {
  const found = readInstruments().find(({ id }) => id === INSTRUMENT);
  if (found === undefined) throw new StartError(`The reference data has no instrument ${INSTRUMENT}.`);
  return found;
}
