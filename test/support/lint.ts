import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ROOT, runTool } from './root.ts';

type Diagnostic = {
  readonly filename: string;
  readonly code?: string;
  readonly message: string;
  readonly help?: string;
};

const SKELETON = [
  'oxlint.config.ts',
  '.ci/lint-plugin.mjs',
  'package.json',
  'tsconfig.base.json',
  ...['shared', 'server', 'web', 'migrations', 'seeds', 'test'].flatMap((room) => [
    `${room}/package.json`,
    `${room}/tsconfig.json`,
  ]),
];

/**
 * Lints planted files in a copy of the house's skeleton (the checkout itself is never touched) in one run, and
 * answers per file with one string per finding: rule, message and advice.
 */
export async function lintPlanted(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<string, string[]>> {
  const house = await mkdtemp(join(tmpdir(), 'patuh-lint-'));
  try {
    for (const path of SKELETON) {
      await mkdir(join(house, dirname(path)), { recursive: true });
      await cp(join(ROOT, path), join(house, path));
    }
    await symlink(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction');
    for (const [path, code] of Object.entries(files)) {
      await mkdir(join(house, dirname(path)), { recursive: true });
      await writeFile(join(house, path), code);
    }
    const { output } = await runTool('oxlint/bin/oxlint', ['--format=json', ...Object.keys(files)], house);
    return findingsByFile(output);
  } finally {
    await rm(house, { recursive: true, force: true });
  }
}

function findingsByFile(output: string): ReadonlyMap<string, string[]> {
  if (!output.startsWith('{')) throw new Error(`the linter did not answer: ${output}`);
  const report = JSON.parse(output) as { diagnostics: Diagnostic[] };
  const found = new Map<string, string[]>();
  for (const { filename, code, message, help } of report.diagnostics) {
    const path = filename.replaceAll('\\', '/');
    found.set(path, [...(found.get(path) ?? []), [code, message, help].filter(Boolean).join(' · ')]);
  }
  return found;
}
