// The steps of `npm test`, in the order in which they are worth knowing: what fails fast comes first.

interface Named {
  readonly name: string;
  /** Part of `npm run check`. */
  readonly quick: boolean;
}

/** Runs each command and counts as one test. */
export interface ToolStep extends Named {
  readonly kind: 'tool';
  readonly commands: readonly (readonly [bin: string, ...args: string[]])[];
}

/** One project of vitest.config.ts; its tests are counted one by one. */
export interface Suite extends Named {
  readonly kind: 'suite';
  readonly browser: boolean;
}

export type Step = ToolStep | Suite;

const WORKSPACES = ['.', 'shared', 'server', 'web', 'migrations', 'seeds', 'test'];

/** Code of the web workspace that runs elsewhere than in a page, with other types. */
const ELSEWHERE_IN_WEB = ['web/tsconfig.build.json', 'web/src/service-worker'];

const STEPS: readonly Step[] = [
  {
    kind: 'tool',
    name: 'types',
    quick: true,
    commands: [...WORKSPACES, ...ELSEWHERE_IN_WEB].map((workspace) => [
      'typescript/bin/tsc',
      '--noEmit',
      '-p',
      workspace,
    ]),
  },
  { kind: 'tool', name: 'lint', quick: true, commands: [['oxlint/bin/oxlint']] },
  { kind: 'tool', name: 'format', quick: true, commands: [['oxfmt/bin/oxfmt', '--list-different', '.']] },
  { kind: 'tool', name: 'dead-code', quick: false, commands: [['knip/bin/knip.js', '--no-progress']] },
  { kind: 'suite', name: 'pure', quick: true, browser: false },
  { kind: 'suite', name: 'server', quick: true, browser: false },
  { kind: 'suite', name: 'lifecycle', quick: false, browser: false },
  { kind: 'suite', name: 'journeys', quick: false, browser: true },
];

/** The steps asked for by what follows `npm test --`: all, the quick half, or the named ones. Throws on other names. */
export function chosenSteps(args: readonly string[]): readonly Step[] {
  const quick = args.includes('--quick');
  const names = args.filter((arg) => arg !== '--quick');
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(`No step is called ${unknown.join(', ')}. The steps: ${STEPS.map(({ name }) => name).join(', ')}.`);
  }
  if (names.length > 0) return STEPS.filter(({ name }) => names.includes(name));
  return quick ? STEPS.filter((step) => step.quick) : STEPS;
}
