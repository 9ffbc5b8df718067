// Counting, so that nothing that went wrong can end as "0 failed".

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What matters in vitest's JSON report. */
export interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

/**
 * What a suite amounts to. A file that could not be loaded, a crash without a report, a bad exit without a failed test
 * and a suite in which no test ran are failures too.
 */
export function tallyOf(report: Report | undefined, exitCode: number): Tally {
  if (report === undefined) return { ...NOTHING, failed: 1 };
  const tally = sum(report.testResults.map(tallyOfFile));
  const hidden = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return hidden ? { ...tally, failed: 1 } : tally;
}

function tallyOfFile({ status, assertionResults }: Report['testResults'][number]): Tally {
  const count = (wanted: string) => assertionResults.filter((result) => result.status === wanted).length;
  const passed = count('passed');
  const failed = count('failed');
  return {
    passed,
    failed: failed === 0 && status === 'failed' ? 1 : failed,
    skipped: assertionResults.length - passed - failed,
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
  };
}

/** `N passed, N failed`, with the skipped ones only when there are any. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
