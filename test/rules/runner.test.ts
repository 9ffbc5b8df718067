import { describe, expect, it } from 'vitest';

import { chosenSteps } from '../../.ci/steps.ts';
import { lastLine, sum, tallyOf } from '../../.ci/tally.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((result) => ({ status: result })),
});
const report = (...testResults: ReturnType<typeof file>[]) => ({ testResults });

describe('counting', () => {
  it('counts every test of a suite', () => {
    const tally = tallyOf(report(file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped', 'todo')), 1);
    expect(tally).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  it.each([
    ['a file that could not be loaded', report(file('failed'), file('passed', 'passed')), 1, 1],
    ['a file whose preparation failed', report(file('failed', 'skipped')), 1, 0],
    ['a crash without a report', undefined, 139, 0],
    ['a bad exit although every test passed', report(file('passed', 'passed')), 1, 1],
    ['a suite without tests', report(), 0, 0],
    ['a suite that skipped everything', report(file('passed', 'skipped')), 0, 0],
  ])('counts %s as a failure', (_, given, exitCode, passed) => {
    expect(tallyOf(given, exitCode)).toMatchObject({ passed, failed: 1 });
  });

  it('closes with one line over all suites', () => {
    const total = sum([
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 2, skipped: 0 },
    ]);
    expect(lastLine(total)).toBe('7 passed, 2 failed');
    expect(lastLine({ ...total, skipped: 1 })).toBe('7 passed, 2 failed, 1 skipped');
  });
});

describe('choosing steps', () => {
  const names = (...args: string[]) => chosenSteps(args).map(({ name }) => name);

  it('takes everything unless told otherwise', () => {
    expect(names()).toEqual(['types', 'lint', 'format', 'dead-code', 'pure', 'server', 'lifecycle', 'journeys']);
  });

  it('leaves what is slow out of the quick half', () => {
    expect(names('--quick')).toEqual(['types', 'lint', 'format', 'pure', 'server']);
  });

  it('takes the named ones, and refuses a name it does not know', () => {
    expect(names('pure', 'lint')).toEqual(['lint', 'pure']);
    expect(() => names('unit')).toThrow('No step is called unit');
  });
});
