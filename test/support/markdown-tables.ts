/** Rows of the first table under a heading, each cell by the name of its column. */
export function tableUnder(markdown: string, heading: string): readonly Readonly<Record<string, string>>[] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start === -1) throw new RangeError(`No heading "${heading}"`);
  const rest = lines.slice(start + 1);
  const from = rest.findIndex((line) => line.startsWith('|'));
  const table = rest.slice(from);
  const to = table.findIndex((line) => !line.startsWith('|'));
  const [head = [], , ...body] = table.slice(0, to === -1 ? undefined : to).map(cellsOf);
  return body.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
