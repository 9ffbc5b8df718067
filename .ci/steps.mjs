// The steps of `npm test`, in the order in which they are worth knowing: what fails fast comes first.

const WORKSPACES = ['.', 'shared', 'server', 'web', 'migrations', 'seeds', 'test'];

/**
 * A tool step runs each command and counts as one test; a suite is one project of vitest.config.ts and counts its tests.
 *
 * @typedef {{ name: string, quick: boolean, commands: string[][] }} ToolStep
 * @typedef {{ name: string, quick: boolean, suite: true, browser?: boolean }} Suite
 * @type {(ToolStep | Suite)[]}
 */
export const STEPS = [
  {
    name: 'types',
    quick: true,
    commands: WORKSPACES.map((workspace) => ['typescript/bin/tsc', '--noEmit', '-p', workspace]),
  },
  { name: 'lint', quick: true, commands: [['oxlint/bin/oxlint']] },
  { name: 'format', quick: true, commands: [['oxfmt/bin/oxfmt', '--list-different', '.']] },
  { name: 'dead-code', quick: false, commands: [['knip/bin/knip.js', '--no-progress']] },
  { name: 'pure', quick: true, suite: true },
  { name: 'server', quick: true, suite: true },
  { name: 'lifecycle', quick: false, suite: true },
  { name: 'journeys', quick: false, suite: true, browser: true },
];

/**
 * The steps that were asked for: all, the quick half, or the named ones.
 *
 * @param {string[]} args what follows `npm test --`
 */
export function chosenSteps(args) {
  const quick = args.includes('--quick');
  const names = args.filter((arg) => arg !== '--quick');
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    throw new Error(`No step is called ${unknown.join(', ')}. The steps: ${STEPS.map(({ name }) => name).join(', ')}.`);
  }
  if (names.length > 0) return STEPS.filter(({ name }) => names.includes(name));
  return quick ? STEPS.filter((step) => step.quick) : STEPS;
}
