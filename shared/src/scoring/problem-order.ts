/** Problems in an order that does not depend on the order of the input, each once. */
export function inOneOrder<Problem>(problems: readonly Problem[]): readonly Problem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, problem]) => problem);
}
