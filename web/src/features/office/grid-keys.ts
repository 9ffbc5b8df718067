/** Where the focus is in a grid; column 0 names the row. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Rows that one page moves. */
const PAGE = 10;

type Way = (at: GridPlace, last: GridPlace, toEdge: boolean) => GridPlace;

const WAYS: ReadonlyMap<string, Way> = new Map<string, Way>([
  ['ArrowUp', ({ row, column }) => ({ row: row - 1, column })],
  ['ArrowDown', ({ row, column }) => ({ row: row + 1, column })],
  ['ArrowLeft', ({ row, column }) => ({ row, column: column - 1 })],
  ['ArrowRight', ({ row, column }) => ({ row, column: column + 1 })],
  ['PageUp', ({ row, column }) => ({ row: row - PAGE, column })],
  ['PageDown', ({ row, column }) => ({ row: row + PAGE, column })],
  ['Home', ({ row }, _last, toEdge) => ({ row: toEdge ? 0 : row, column: 0 })],
  ['End', ({ row }, last, toEdge) => ({ row: toEdge ? last.row : row, column: last.column })],
]);

/** Where a key leads, as WAI-ARIA has it for grids; undefined where it leads nowhere. Nothing leads out of the grid. */
export function gridMove(at: GridPlace, key: string, size: GridSize, toEdge: boolean): GridPlace | undefined {
  const way = WAYS.get(key);
  if (way === undefined) return undefined;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { row, column } = way(at, last, toEdge);
  return { row: within(row, last.row), column: within(column, last.column) };
}

function within(value: number, last: number): number {
  return Math.max(0, Math.min(last, value));
}
