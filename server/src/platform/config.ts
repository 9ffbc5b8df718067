import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import { ProvinceCode } from '@patuh/shared/domain/government';

import { StartError } from './start-error.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Number of proxies in front, or their addresses; `false`: none, so forwarded headers are not believed. */
export type TrustProxy = false | number | readonly string[];

export interface Config {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of everything Patuh keeps on disk. */
  readonly dataDir: string;
  /** Absent: the embedded Postgres in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the folder with the files of evidence. */
  readonly evidenceDir: string;
  /** Absent: a key is made and kept in `dataDir`. */
  readonly signingKeyFile: string | undefined;
  /** Signs sessions. Absent: one is made and kept in `dataDir`. */
  readonly jwtSecret: string | undefined;
  /**
   * Address people type, without a slash at the end. Without PUBLIC_URL it is the loopback address the server listens on;
   * absent where that is not known either, since a server on all addresses has no name of its own.
   */
  readonly publicUrl: string | undefined;
  readonly trustProxy: TrustProxy;
  /** The province that `/` leads to. */
  readonly homeProvince: ProvinceCode;
  readonly logLevel: LogLevel;
  /** WEB_COPIES: whether the server visits the web addresses that were entered as evidence. */
  readonly webCopies: boolean;
  /** DEMO: wanted or not; absent: where the database is new, embedded and reached from this machine only. */
  readonly demo: boolean | undefined;
  readonly production: boolean;
  /** What works but is not what one wants; printed at start. */
  readonly warnings: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable that is missing or wrong, one sentence each, so that one start is enough to mend them all. */
export class ConfigError extends StartError {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** Reads the environment once, at the start. Throws a ConfigError whose sentences name the variables. */
export function readConfig(env: Environment): Config {
  const faults: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | Fault): T => {
    const text = env[name]?.trim();
    // Compose files hand over empty variables for what was not set.
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (!(value instanceof Fault)) return value;
    faults.push(`${name} ${value.rule}; ${found(name, text)}.`);
    return fallback;
  };

  const dataDir = read('DATA_DIR', resolve('data'), (text) => resolve(text));
  const config = {
    port: read('PORT', 3000, parsePort),
    host: read('HOST', '127.0.0.1', parseHost),
    dataDir,
    databaseUrl: read<string | undefined>('DATABASE_URL', undefined, parseDatabaseUrl),
    evidenceDir: read('EVIDENCE_URL', join(dataDir, 'evidence'), parseEvidenceUrl),
    signingKeyFile: read<string | undefined>('SIGNING_KEY_FILE', undefined, (text) => resolve(text)),
    jwtSecret: read<string | undefined>('JWT_SECRET', undefined, parseSecret),
    publicUrl: read<string | undefined>('PUBLIC_URL', undefined, parsePublicUrl),
    trustProxy: read<TrustProxy>('TRUST_PROXY', false, parseTrustProxy),
    homeProvince: read('HOME_PROVINCE', ProvinceCode.parse('53'), parseProvince),
    logLevel: read<LogLevel>('LOG_LEVEL', 'info', parseLogLevel),
    webCopies: read('WEB_COPIES', true, parseSwitch),
    demo: read<boolean | undefined>('DEMO', undefined, parseSwitch),
    production: env['NODE_ENV'] === 'production',
  };
  if (config.production && config.databaseUrl !== undefined && config.signingKeyFile === undefined) {
    faults.push(
      'SIGNING_KEY_FILE must name the file of the key that signs publications: in production with DATABASE_URL there is no default.',
    );
  }
  if (config.production && config.demo === true) {
    faults.push('DEMO must not be 1 in production: invented figures and known passwords have no place there.');
  }
  if (config.production && config.databaseUrl !== undefined && config.jwtSecret === undefined) {
    faults.push(
      'JWT_SECRET must hold the secret that signs sessions: in production with DATABASE_URL there is no default.',
    );
  }
  if (faults.length > 0) throw new ConfigError(faults);
  const publicUrl = config.publicUrl ?? ownAddress(config.host, config.port);
  return { ...config, publicUrl, warnings: warningsOf(publicUrl) };
}

/** Whether a server on this HOST is reached from its own machine only. */
export function isLoopback(host: string): boolean {
  const address = isIP(host);
  return address === 0 ? host.toLowerCase() === 'localhost' : isOwnAddress(host, address);
}

function isOwnAddress(address: string, family: number): boolean {
  return family === 4 ? address.startsWith('127.') : ['::1', '0:0:0:0:0:0:0:1'].includes(address);
}

function ownAddress(host: string, port: number): string | undefined {
  if (!isLoopback(host) || port === 0) return undefined;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

class Fault {
  readonly rule: string;
  constructor(rule: string) {
    this.rule = rule;
  }
}

/** An address may hold a password, and start messages end up in logs. */
function found(name: string, text: string): string {
  return name === 'DATABASE_URL' || name === 'JWT_SECRET' ? 'what it holds is not repeated here' : `it is "${text}"`;
}

function parsePort(text: string): number | Fault {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : new Fault('must be a port number from 0 to 65535');
}

function parseHost(text: string): string | Fault {
  const isName = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text);
  return isName || isIP(text) !== 0 ? text : new Fault('must be an address or a host name, without a port');
}

function parseDatabaseUrl(text: string): string | Fault {
  const url = URL.parse(text);
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:';
  return isPostgres ? text : new Fault('must look like postgresql://user:password@host:5432/database');
}

function parseEvidenceUrl(text: string): string | Fault {
  const url = URL.parse(text);
  const isFolder = url?.protocol === 'file:' && url.host === '' && url.search === '' && url.hash === '';
  const path = isFolder && text.startsWith('file:///') ? pathOf(url) : undefined;
  return path ?? new Fault('must be the address of a folder, like file:///srv/patuh/evidence');
}

function pathOf(url: URL): string | undefined {
  try {
    return resolve(fileURLToPath(url));
  } catch {
    return undefined;
  }
}

const SHORTEST_SECRET = 32;
/** A secret of this length made by chance has more; “aaaa…” and “12341234…” have not. */
const FEWEST_CHARACTERS = 10;
const OBVIOUS = /change.?me|secret|rahasia|password|default|example|contoh/i;

function parseSecret(text: string): string | Fault {
  const isObvious = new Set(text).size < FEWEST_CHARACTERS || OBVIOUS.test(text);
  return text.length >= SHORTEST_SECRET && !isObvious
    ? text
    : new Fault(
        `must be at least ${SHORTEST_SECRET} characters made by chance, like those of \`openssl rand -hex 32\``,
      );
}

function parsePublicUrl(text: string): string | Fault {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return new Fault('must be a web address without a path, like https://patuh.example.go.id');
  }
  return url.origin;
}

function parseTrustProxy(text: string): TrustProxy | Fault {
  if (/^\d{1,2}$/.test(text)) return text === '0' ? false : Number(text);
  const addresses = text.split(',').map((part) => part.trim());
  return addresses.every(isAddressRange)
    ? addresses
    : new Fault('must be the number of proxies in front (0, 1, …) or a list of their addresses');
}

function isAddressRange(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128));
}

function parseProvince(text: string): ProvinceCode | Fault {
  const code = ProvinceCode.safeParse(text);
  if (!code.success) return new Fault('must be the two digits of a province (Kemendagri), like 53');
  return code.data === DEMO_PROVINCE
    ? new Fault('must be a real province: 99 is the invented one of the demo')
    : code.data;
}

function parseSwitch(text: string): boolean | Fault {
  if (text === '1' || text === '0') return text === '1';
  return new Fault('must be 1 or 0');
}

function parseLogLevel(text: string): LogLevel | Fault {
  return LOG_LEVELS.find((level) => level === text) ?? new Fault(`must be one of ${LOG_LEVELS.join(', ')}`);
}

function warningsOf(publicUrl: string | undefined): readonly string[] {
  if (publicUrl === undefined) return [];
  const { protocol, hostname } = new URL(publicUrl);
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost') || /^(127\.|\[::1\])/.test(hostname);
  if (protocol === 'https:' || isHere) return [];
  return [
    `PUBLIC_URL is ${publicUrl}: without HTTPS phones give no service worker, camera or cryptography, so the field app will not work there.`,
  ];
}
