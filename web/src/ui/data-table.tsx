import type { ReactElement, ReactNode } from 'react';

/**
 * Parts of a real table. With `cards` each row becomes a card on narrow screens, where every `Cell` shows its label; write
 * the first cell of a row as `<th scope="row">`. Without `cards` a wide table scrolls inside its own frame. The roles
 * repeat what the elements say, because browsers drop table semantics once CSS displays them as blocks.
 */
interface DataTableProps {
  readonly caption: ReactNode;
  /** Keep the caption for screen readers only, where a heading above says the same. */
  readonly captionHidden?: boolean;
  readonly cards?: boolean;
  readonly head: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly id?: string;
}

export function DataTable({
  caption,
  captionHidden,
  cards,
  head,
  children,
  className,
  id,
}: DataTableProps): ReactElement {
  const classes = ['table', cards === true ? 'table--cards' : '', className ?? ''].filter(Boolean).join(' ');
  const table = (
    <table className={classes} role={TABLE} {...(id === undefined ? {} : { id })}>
      <caption className={captionHidden === true ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role={GROUP}>
        <tr role={ROW}>{head}</tr>
      </thead>
      <tbody role={GROUP}>{children}</tbody>
    </table>
  );
  if (cards === true) return table;
  return (
    <div className="table-scroll" tabIndex={0} role="group" {...scrollName(caption)}>
      {table}
    </div>
  );
}

/** Header cell of a column. */
export function Column({
  children,
  number,
}: {
  readonly children: ReactNode;
  readonly number?: boolean;
}): ReactElement {
  return (
    <th scope="col" role={COLUMN} className={number === true ? 'cell--number' : undefined}>
      {children}
    </th>
  );
}

/** A row; its first child is `<RowHead>`. */
export function Row({ children, id }: { readonly children: ReactNode; readonly id?: string }): ReactElement {
  return (
    <tr role={ROW} {...(id === undefined ? {} : { id })}>
      {children}
    </tr>
  );
}

export function RowHead({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <th scope="row" role={ROW_HEADER}>
      {children}
    </th>
  );
}

interface CellProps {
  /** Name of the column, shown before the value on a card. */
  readonly label?: string;
  readonly number?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Cell({ label, number, className, children }: CellProps): ReactElement {
  const classes = [number === true ? 'cell--number' : '', className ?? ''].filter(Boolean).join(' ');
  return (
    <td role={CELL} data-label={label} className={classes === '' ? undefined : classes}>
      {children}
    </td>
  );
}

const TABLE = 'table';
const GROUP = 'rowgroup';
const ROW = 'row';
const COLUMN = 'columnheader';
const ROW_HEADER = 'rowheader';
const CELL = 'cell';

function scrollName(caption: ReactNode): { readonly 'aria-label'?: string } {
  return typeof caption === 'string' ? { 'aria-label': caption } : {};
}
