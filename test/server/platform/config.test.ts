import { resolve } from 'node:path';

import { ConfigError, isLoopback, readConfig } from '@patuh/server/platform/config';
import type { Environment } from '@patuh/server/platform/config';
import { describe, expect, it } from 'vitest';

function faultsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

const SECRET = '9f1c5be07a42d863119fc0aa75e3b2d4';

describe('without any variable', () => {
  it('Patuh serves this machine alone, with its own database and the pages of NTT', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      databaseUrl: undefined,
      evidenceDir: resolve('data/evidence'),
      signingKeyFile: undefined,
      jwtSecret: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      trustProxy: false,
      homeProvince: '53',
      logLevel: 'info',
      webCopies: true,
      demo: undefined,
      production: false,
      warnings: [],
    });
  });

  it('an empty variable counts as none, as compose files hand it over', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', HOME_PROVINCE: '' })).toEqual(readConfig({}));
  });
});

describe('a variable', () => {
  it.each([
    ['PORT', '8080', { port: 8080 }],
    ['PORT', '0', { port: 0 }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0', publicUrl: undefined }],
    ['HOST', '::1', { host: '::1', publicUrl: 'http://[::1]:3000' }],
    ['HOST', 'localhost', { host: 'localhost' }],
    ['DATA_DIR', '/srv/patuh', { dataDir: resolve('/srv/patuh'), evidenceDir: resolve('/srv/patuh/evidence') }],
    ['DATA_DIR', 'elsewhere', { dataDir: resolve('elsewhere') }],
    ['EVIDENCE_URL', 'file:///srv/bukti%20foto/', { evidenceDir: resolve('/srv/bukti foto') }],
    ['DATABASE_URL', 'postgres://a:b@db/patuh', { databaseUrl: 'postgres://a:b@db/patuh' }],
    ['SIGNING_KEY_FILE', 'key.pem', { signingKeyFile: resolve('key.pem') }],
    ['JWT_SECRET', SECRET, { jwtSecret: SECRET }],
    ['PUBLIC_URL', 'https://patuh.example.go.id/', { publicUrl: 'https://patuh.example.go.id' }],
    ['TRUST_PROXY', '0', { trustProxy: false }],
    ['TRUST_PROXY', '2', { trustProxy: 2 }],
    ['TRUST_PROXY', '10.0.0.0/8, ::1, loopback', { trustProxy: ['10.0.0.0/8', '::1', 'loopback'] }],
    ['HOME_PROVINCE', '19', { homeProvince: '19' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['WEB_COPIES', '', { webCopies: true }],
    ['WEB_COPIES', '0', { webCopies: false }],
    ['DEMO', '1', { demo: true }],
    ['DEMO', '0', { demo: false }],
    ['NODE_ENV', 'production', { production: true }],
  ])('%s=%s is read', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', '127.0.0.1:3000'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://db/patuh'],
    ['DATABASE_URL', 'db'],
    ['EVIDENCE_URL', '/srv/evidence'],
    ['EVIDENCE_URL', 's3://bucket/evidence'],
    ['EVIDENCE_URL', 'file://server/evidence'],
    ['PUBLIC_URL', 'patuh.example.go.id'],
    ['PUBLIC_URL', 'https://example.go.id/patuh'],
    ['PUBLIC_URL', 'ftp://example.go.id'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['HOME_PROVINCE', '53.14'],
    ['HOME_PROVINCE', 'NTT'],
    ['HOME_PROVINCE', '99'],
    ['JWT_SECRET', '9f1c5be07a42d863'],
    ['JWT_SECRET', 'a'.repeat(64)],
    ['JWT_SECRET', 'changeme-changeme-0123456789-0123456789'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'yes'],
  ])('%s=%s is refused by a sentence that begins with its name', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} must be|^${name} must look`)),
    ]);
  });

  it('is named with all others that are wrong, so that one start shows them all', () => {
    const faults = faultsOf({ PORT: 'x', HOST: ':', LOG_LEVEL: 'x' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'HOST', 'LOG_LEVEL']);
  });

  it('that may hold a password is not repeated', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://patuh:hidden@db' }).join()).not.toContain('hidden');
    expect(faultsOf({ JWT_SECRET: 'hidden' }).join()).not.toContain('hidden');
  });
});

describe('in production', () => {
  it('a database of its own needs a signing key and a secret of its own', () => {
    const env = { NODE_ENV: 'production', DATABASE_URL: 'postgres://db/patuh' };
    expect(faultsOf(env)).toEqual([expect.stringContaining('SIGNING_KEY_FILE'), expect.stringContaining('JWT_SECRET')]);
    expect(faultsOf({ ...env, SIGNING_KEY_FILE: '/run/secrets/key', JWT_SECRET: SECRET })).toEqual([]);
    expect(faultsOf({ NODE_ENV: 'production' })).toEqual([]);
  });
});

describe('the demo', () => {
  it('is refused in production by a sentence that names it', () => {
    expect(faultsOf({ NODE_ENV: 'production', DEMO: '1' })).toEqual([expect.stringMatching(/^DEMO must not be 1/)]);
    expect(faultsOf({ NODE_ENV: 'production', DEMO: '0' })).toEqual([]);
  });
});

describe('a HOST', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['localhost', true],
    ['LOCALHOST', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.1.2.3', false],
    ['127.example.go.id', false],
  ])('%s is reached from its own machine only: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

describe('PUBLIC_URL without HTTPS', () => {
  it.each([
    ['http://patuh.example.go.id', 1],
    ['http://10.1.2.3:3000', 1],
    ['https://patuh.example.go.id', 0],
    ['http://localhost:3000', 0],
    ['http://127.0.0.1:3000', 0],
    ['http://[::1]:3000', 0],
  ])('%s is warned about only where phones would meet it', (url, count) => {
    const { warnings } = readConfig({ PUBLIC_URL: url });
    expect(warnings).toHaveLength(count);
    for (const warning of warnings) expect(warning).toMatch(/^PUBLIC_URL/);
  });
});
