import { beforeAll, describe, expect, it } from 'vitest';

import { sharedRooms } from '../../oxlint.config.ts';
import { lintPlanted } from '../support/lint.ts';
import { ourEntries } from '../support/root.ts';

type Probe = readonly [what: string, path: string, code: string, expected: string];

/** An import that is used, so that nothing but the boundary can complain. */
function importing(specifier: string): string {
  return `import * as found from '${specifier}';\nexport const kept: unknown = found;\n`;
}

const BOUNDARIES: readonly Probe[] = [
  ['shared from the server', 'shared/src/sync/a.ts', importing('@patuh/server/app'), 'shared is pure'],
  ['shared from the server by path', 'shared/src/sync/b.ts', importing('../../../server/src/app.ts'), 'shared is pure'],
  ['shared from the web', 'shared/src/sync/c.ts', importing('@patuh/web/main'), 'shared is pure'],
  ['shared from Node', 'shared/src/sync/d.ts', importing('node:fs'), 'shared is pure'],
  ['shared from React', 'shared/src/sync/e.ts', importing('react'), 'shared is pure'],
  ['shared from fastify', 'shared/src/contracts/f.ts', importing('fastify'), 'shared is pure'],
  ['shared from kysely', 'shared/src/domain/g.ts', importing('kysely'), 'shared is pure'],
  [
    'shared from React by a dynamic import',
    'shared/src/scoring/h.ts',
    "export const load = () => import('react');",
    'shared is pure',
  ],
  ['shared from the full zod', 'shared/src/sync/i.ts', importing('zod'), 'zod/mini'],
  ['contracts from the full zod', 'shared/src/contracts/j.ts', importing('zod/v4'), 'zod/mini'],
  ['domain from scoring', 'shared/src/domain/k.ts', importing('../scoring/roll-up.ts'), 'domain stands at the bottom'],
  [
    'domain from scoring by name',
    'shared/src/domain/l.ts',
    importing('@patuh/shared/scoring/roll-up'),
    'domain stands at the bottom',
  ],
  [
    'scoring from publication',
    'shared/src/scoring/m.ts',
    importing('../publication/payload.ts'),
    'scoring imports domain only',
  ],
  ['contracts from scoring', 'shared/src/contracts/n.ts', importing('../scoring/roll-up.ts'), 'does not compute'],
  ['sync from contracts', 'shared/src/sync/o.ts', importing('../contracts/sync.ts'), 'sync imports domain'],
  ['sync from checks', 'shared/src/sync/p.ts', importing('@patuh/shared/checks/finding'), 'sync imports domain'],
  ['checks from contracts', 'shared/src/checks/q.ts', importing('../contracts/checks.ts'), 'of contracts only types'],
  ['review from contracts', 'shared/src/review/r.ts', importing('../contracts/checks.ts'), 'of contracts only types'],
  ['checks from review', 'shared/src/checks/s.ts', importing('../review/plan.ts'), 'of contracts only types'],
  ['contracts from review', 'shared/src/contracts/t.ts', importing('../review/plan.ts'), 'does not compute'],
  ['agreement from scoring', 'shared/src/agreement/u.ts', importing('../scoring/unit.ts'), 'it imports domain only'],
  [
    'season from contracts',
    'shared/src/season/v.ts',
    importing('../contracts/season.ts'),
    'season and today import domain',
  ],
  ['today from sync', 'shared/src/today/w.ts', importing('../sync/progress.ts'), 'season and today import domain'],
  ['the server from the web', 'server/src/app.ts', importing('@patuh/web/main'), 'by path, never its source'],
  [
    'server platform from a feature',
    'server/src/platform/a.ts',
    importing('../features/units/queries.ts'),
    'platform may not know',
  ],
  [
    'server platform from a feature by name',
    'server/src/platform/b.ts',
    importing('@patuh/server/features/units/queries'),
    'platform may not know',
  ],
  [
    'server platform from a command',
    'server/src/platform/c.ts',
    importing('../commands/import.ts'),
    'nothing imports them',
  ],
  [
    'the application from the demo',
    'server/src/wiring.ts',
    importing('./demo/open-demo.ts'),
    'only main.ts imports it',
  ],
  ['a command from the demo', 'server/src/commands/z.ts', importing('../demo/load-demo.ts'), 'only main.ts imports it'],
  [
    'server platform from the demo',
    'server/src/platform/z.ts',
    importing('@patuh/server/demo/load-demo'),
    'only main.ts imports it',
  ],
  [
    'a feature from the demo',
    'server/src/features/units/z.ts',
    importing('@patuh/server/demo/load-demo'),
    'only main.ts imports it',
  ],
  [
    'queries from the demo',
    'server/src/features/pages/queries.ts',
    importing('@patuh/server/demo/queries'),
    'only main.ts imports it',
  ],
  ['the demo from a command', 'server/src/demo/a.ts', importing('../commands/import.ts'), 'nothing imports them'],
  ['the demo from SQL', 'server/src/demo/b.ts', importing('kysely'), 'SQL lives in queries.ts'],
  [
    'a feature from another by path',
    'server/src/features/units/a.ts',
    importing('../rankings/queries.ts'),
    'Features do not import features',
  ],
  [
    'a feature from another by name',
    'server/src/features/units/b.ts',
    importing('@patuh/server/features/rankings/queries'),
    'Features do not import features',
  ],
  [
    'queries from another feature',
    'server/src/features/units/queries.ts',
    importing('../rankings/queries.ts'),
    'Features do not import features',
  ],
  [
    'a feature from a parent path',
    'server/src/features/units/c.ts',
    importing('../../platform/database.ts'),
    'by package name',
  ],
  [
    'a feature from a command',
    'server/src/features/units/d.ts',
    importing('@patuh/server/commands/import'),
    'nothing imports them',
  ],
  [
    'SQL outside queries.ts',
    'server/src/features/units/routes.ts',
    "import { sql } from 'kysely';\nexport const one = sql`select 1`;\n",
    'SQL lives in queries.ts',
  ],
  [
    'SQL in the wiring',
    'server/src/main.ts',
    "import { sql } from 'kysely';\nexport const one = sql`select 1`;\n",
    'SQL lives in queries.ts',
  ],
  ['the driver in a feature', 'server/src/features/units/e.ts', importing('pg'), 'Only server/platform knows'],
  ['web from the server', 'web/src/features/rankings/a.ts', importing('@patuh/server/app'), 'through contracts only'],
  ['web from Node', 'web/src/platform/b.ts', importing('node:fs'), 'through contracts only'],
  ['web from the full zod', 'web/src/features/rankings/c.ts', importing('zod'), 'zod/mini'],
  [
    'web ui from a feature',
    'web/src/ui/a.tsx',
    importing('../features/rankings/a.ts'),
    'ui holds parts without meaning',
  ],
  ['web ui from platform', 'web/src/ui/b.tsx', importing('../platform/call.ts'), 'ui holds parts without meaning'],
  [
    'web platform from a feature',
    'web/src/platform/c.ts',
    importing('../features/rankings/a.ts'),
    'platform may not know',
  ],
  [
    'a web feature from another',
    'web/src/features/rankings/d.ts',
    importing('../governments/a.ts'),
    'Features do not import features',
  ],
  ['recharts on a page', 'web/src/features/rankings/ranking-page.tsx', importing('recharts'), '*-chart.tsx'],
  ['recharts in ui', 'web/src/ui/c.tsx', importing('recharts'), '*-chart.tsx'],
  [
    'a chart from another feature',
    'web/src/features/rankings/other-chart.tsx',
    importing('../governments/a.ts'),
    'Features do not import features',
  ],
  [
    'a chart in the first load',
    'web/src/features/rankings/e.tsx',
    importing('./ranking-chart.tsx'),
    'Load a chart with lazy',
  ],
  [
    'app code in a migration',
    'migrations/20260101T0000-a.ts',
    importing('@patuh/shared/domain/zone'),
    'imports no app code',
  ],
];

const HABITS: readonly Probe[] = [
  [
    'Date.now() in shared',
    'shared/src/domain/n1.ts',
    'export const now = () => Date.now();',
    'time comes in as an argument',
  ],
  [
    'new Date() in shared',
    'shared/src/domain/n2.ts',
    'export const now = () => new Date();',
    'time comes in as an argument',
  ],
  [
    'Math.random() in shared',
    'shared/src/domain/n3.ts',
    'export const dice = () => Math.random();',
    'chance comes in as an argument',
  ],
  [
    'the device’s time zone in shared',
    'shared/src/domain/n4.ts',
    'export const y = (d: Date) => d.getFullYear();',
    'time zone',
  ],
  ['the process in shared', 'shared/src/domain/n5.ts', 'export const e: unknown = process;', 'same input, same output'],
  ['any', 'server/src/platform/n6.ts', 'export const x = (v: any): unknown => v;', 'no-explicit-any'],
  [
    'a promise nobody waits for',
    'server/src/platform/n7.ts',
    'async function f() {}\nexport function g() { f(); }',
    'no-floating-promises',
  ],
  [
    'a promise as a condition',
    'server/src/platform/n8.ts',
    'async function f() {}\nexport const g = () => { if (f()) return 1; return 2; };',
    'no-misused-promises',
  ],
  [
    'await of what is no promise',
    'server/src/platform/n9.ts',
    'export async function f() { await 1; }',
    'await-thenable',
  ],
  [
    'an unsafe value',
    'server/src/platform/n10.ts',
    "export const s: string = JSON.parse('1');",
    'no-unsafe-assignment',
  ],
  [
    'an unsafe member',
    'server/src/platform/n11.ts',
    "export const s: unknown = JSON.parse('1').x;",
    'no-unsafe-member-access',
  ],
  [
    'an open switch',
    'shared/src/domain/n12.ts',
    "export function f(k: 'a' | 'b'): number {\n  switch (k) {\n    case 'a': return 1;\n    default: return 2;\n  }\n}",
    'switch-exhaustiveness-check',
  ],
  [
    'a condition that is always true',
    'shared/src/domain/n13.ts',
    'export const f = (s: { a: 1 }): number => (s ? 1 : 2);',
    'no-unnecessary-condition',
  ],
  [
    'an assertion outside platform',
    'server/src/features/units/n14.ts',
    'export const f = (v: unknown): string => v as string;',
    'consistent-type-assertions',
  ],
  [
    'a non-null assertion',
    'shared/src/domain/n15.ts',
    'export const f = (v: string | undefined): string => v!;',
    'no-non-null-assertion',
  ],
  [
    'a type imported as a value',
    'shared/src/domain/n16.ts',
    "import { Zone } from './zone.ts';\nexport type Z = Zone;",
    'consistent-type-imports',
  ],
  ['a default export', 'shared/src/domain/n17.ts', 'export default 1;', 'no-default-export'],
  ['a console line in the server', 'server/src/platform/n18.ts', "console.log('x');", 'no-console'],
  [
    'a mock of our own code',
    'test/server/n19.test.ts',
    "import { vi } from 'vitest';\nvi.mock('../x.ts');",
    'No mocks of our own code',
  ],
  ['an image without a text', 'web/src/ui/n20.tsx', "export const I = () => <img src='/a.png' />;", 'alt-text'],
  [
    'a hook behind a condition',
    'web/src/ui/n21.tsx',
    "import { useState } from 'react';\nexport function useX(a: boolean) {\n  if (a) { const [s] = useState(1); return s; }\n  return 2;\n}",
    'rules-of-hooks',
  ],
  [
    'a style the CSP blocks',
    'web/src/ui/n22.tsx',
    "export const P = () => <p style={{ color: 'red' }}>x</p>;",
    'forbid-dom-props',
  ],
  ['a file name in camel case', 'shared/src/domain/nCamel.ts', 'export const x = 1;', 'filename-case'],
];

const CLEAN: Readonly<Record<string, string>> = {
  'shared/src/domain/clean.ts': 'export const at = (iso: string): Date => new Date(iso);\n',
  'shared/src/contracts/clean.ts':
    "import * as z from 'zod/mini';\n\nexport const Code = z.string();\nexport const PAIR = ['a', 'b'] as const;\n",
  'shared/src/publication/clean.ts': importing('../scoring/roll-up.ts'),
  'server/src/features/clean/queries.ts': "import { sql } from 'kysely';\n\nexport const one = sql`select 1`;\n",
  'server/src/features/clean/routes.ts':
    "import type { Kysely } from 'kysely';\n\nimport { one } from './queries.ts';\n\nexport const both = (db: Kysely<never>): unknown => [db, one];\n",
  'server/src/platform/clean.ts': 'export const read = (value: unknown): string => value as string;\n',
  'web/src/features/clean/year-chart.tsx': "import { Line } from 'recharts';\n\nexport const YearChart = Line;\n",
  'web/src/features/clean/page.tsx':
    "import { lazy } from 'react';\n\nexport const Chart = lazy(async () => ({ default: (await import('./year-chart.tsx')).YearChart }));\n",
};

describe('boundaries', () => {
  let findings: ReadonlyMap<string, string[]>;

  beforeAll(async () => {
    const planted = [...BOUNDARIES, ...HABITS].map(([, path, code]) => [path, code] as const);
    expect(new Set(planted.map(([path]) => path)).size).toBe(planted.length);
    findings = await lintPlanted({
      ...Object.fromEntries(planted),
      ...CLEAN,
      'shared/src/domain/zone.ts': "export type Zone = 'green';\n",
      'shared/src/scoring/roll-up.ts': 'export const rollUp = 1;\n',
    });
  }, 60_000);

  it.each(BOUNDARIES)('keeps %s', (_, path, __, expected) => {
    expect(findings.get(path)?.join('\n')).toContain(expected);
  });

  it.each(HABITS)('refuses %s', (_, path, __, expected) => {
    expect(findings.get(path)?.join('\n')).toContain(expected);
  });

  it.each(Object.keys(CLEAN))('has nothing against %s', (path) => {
    expect(findings.get(path)).toBeUndefined();
  });
});

describe('rooms', () => {
  it('knows every room of shared', async () => {
    const { folders } = await ourEntries();
    const rooms = folders.filter((folder) => /^shared\/src\/[^/]+$/.test(folder)).map((folder) => folder.slice(11));
    expect(sharedRooms).toEqual(expect.arrayContaining(rooms));
  });

  it('has no room where things get lost', async () => {
    const { folders } = await ourEntries();
    const lost = /(^|\/)(services|utils?|helpers?|common|lib|types|hooks|misc)$/;
    expect(folders.filter((folder) => lost.test(folder))).toEqual([]);
  });

  it('names files of a server feature by what they do: routes, queries, policy, or a verb', async () => {
    const { files } = await ourEntries();
    const nested = files.filter((file) => /^server\/src\/features\/[^/]+\/.+\//.test(file));
    expect(nested).toEqual([]);
  });
});
