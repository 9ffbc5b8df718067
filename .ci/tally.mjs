// Counting, so that nothing that went wrong can end as "0 failed".

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 * @typedef {{ status: string }} Assertion
 * @typedef {{ testResults: { name: string, status: string, assertionResults: Assertion[] }[] }} Report the JSON of vitest
 */

/** @returns {Tally} */
export function nothing() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * What a suite amounts to. A file that could not be loaded, a crash without a report, a bad exit without a failed test
 * and a suite in which no test ran are failures too.
 *
 * @param {Report | undefined} report
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  if (report === undefined) return { ...nothing(), failed: 1 };
  const tally = nothing();
  for (const file of report.testResults) {
    const failures = file.assertionResults.filter(({ status }) => status === 'failed').length;
    const passes = file.assertionResults.filter(({ status }) => status === 'passed').length;
    tally.passed += passes;
    tally.failed += failures === 0 && file.status === 'failed' ? 1 : failures;
    tally.skipped += file.assertionResults.length - failures - passes;
  }
  const hidden = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0);
  return hidden ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = nothing();
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  return total;
}

/** @param {Tally} tally */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
