import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { ROOT } from '../support/root.ts';

type Service = {
  readonly image: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
};
type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, unknown>>;
};

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const source = read('docker-compose.yml');
const guide = read('docs/deploy.md');
const compose = parse(source, { merge: true }) as Compose;
const services = Object.entries(compose.services);

const HARMLESS_DEFAULTS = new Set([
  'PATUH_VERSION',
  'HOME_PROVINCE',
  'LOG_LEVEL',
  'HTTPS',
  'CERTIFICATE_DIR',
  'WEB_COPIES',
]);
const variables = [...source.matchAll(/\$\{(?<name>[A-Z_]+)(?<rest>[^}]*)\}/g)].map(({ groups }) => ({
  name: groups?.['name'] ?? '',
  rest: groups?.['rest'] ?? '',
}));

describe('the office server', () => {
  it('has an application, a database and HTTPS', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'app', 'https']);
    expect(compose.services['postgres']?.image).toMatch(/^postgres:18/);
    expect(compose.services['postgres']?.volumes).toContain('postgres:/var/lib/postgresql');
  });

  it.each(services)('starts %s again after a power cut and says whether it is well', (_, service) => {
    expect(service.restart).toBe('unless-stopped');
    expect(service.healthcheck?.test.length).toBeGreaterThan(1);
  });

  it.each(services)('gives %s nothing to write on but its volumes, and a log that ends', (_, service) => {
    expect(service.read_only).toBe(true);
    expect(service.logging?.options).toMatchObject({ 'max-size': '10m', 'max-file': '5' });
  });

  it('waits for a database that answers and for an application that is ready', () => {
    expect(compose.services['app']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(compose.services['https']?.depends_on).toEqual({ app: { condition: 'service_healthy' } });
  });

  it('lets only HTTPS be reached from outside', () => {
    expect(services.filter(([, service]) => service.ports !== undefined).map(([name]) => name)).toEqual(['https']);
    expect(compose.networks['inside']).toEqual({ internal: true });
    expect(compose.services['postgres']?.networks).toEqual(['inside']);
  });

  it('names only volumes that exist', () => {
    const named = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    const plain = named.filter((name) => /^[a-z-]+$/.test(name));
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(plain));
  });

  it('holds no secret: each comes from outside and stops the start when it is missing', () => {
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|TOKEN|DATABASE_URL/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const [name, value] of secrets) {
      const password =
        name === 'DATABASE_URL' ? value.replace(/^postgresql:\/\/patuh:|@postgres:5432\/patuh$/g, '') : value;
      expect(password).toMatch(/^\$\{[A-Z_]+:\?[^}]+\}$/);
    }
  });

  it('requires every variable, or gives it a harmless default', () => {
    expect(variables.length).toBeGreaterThan(5);
    for (const { name, rest } of variables) {
      expect(rest).toMatch(HARMLESS_DEFAULTS.has(name) ? /^:-/ : /^:\?/);
    }
    expect(source.replaceAll(/\$\{[^}]*\}/g, '')).not.toContain('$');
  });

  it('documents exactly the variables it reads', () => {
    const documented = [...guide.matchAll(/^\| `(?<name>[A-Z_]+)` \|/gm)].map(({ groups }) => groups?.['name'] ?? '');
    expect(documented.toSorted()).toEqual([...new Set(variables.map(({ name }) => name))].toSorted());
  });

  it.each(['automatic', 'own-certificate'])('has a Caddyfile for HTTPS=%s that keeps the metrics inside', (kind) => {
    const caddyfile = read(`docs/deploy/Caddyfile.${kind}`);
    expect(caddyfile).toContain('reverse_proxy app:3000');
    expect(caddyfile).toContain('respond /metrics 404');
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('brings the same Node as a checkout', () => {
    const versions = [...dockerfile.matchAll(/^FROM node:(?<version>[\d.]+)-/gm)].map(
      ({ groups }) => groups?.['version'],
    );
    expect(new Set(versions)).toEqual(new Set([read('.node-version').trim()]));
  });

  it('runs as an ordinary user and says whether it is well', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*\n.*\/healthz/m);
  });

  it('knows every workspace of the lockfile', () => {
    const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] };
    for (const workspace of workspaces) expect(dockerfile).toContain(`COPY ${workspace}/package.json ${workspace}/`);
  });
});
