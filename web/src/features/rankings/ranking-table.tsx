import type { RankingTableView } from '@patuh/shared/contracts/pages';
import type { BandView, RankingRow } from '@patuh/shared/contracts/rankings';
import { useState } from 'react';
import type { MouseEvent, ReactElement } from 'react';

import { shownCount, sortBy, tableText, understood } from '../../text/id/rankings-table.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RankingForm } from './ranking-form.tsx';
import { RankingRowView } from './ranking-row.tsx';
import { readingWords, searchExamples } from './reading-words.ts';
import { DEFAULT_VIEW, nextSort, rowsOf, viewHref } from './table-view.ts';
import type { SortKey } from './table-view.ts';

export interface RankingTableProps {
  /** All rows of the province; the provincial government is left out here. */
  readonly rows: readonly RankingRow[];
  readonly bands: readonly BandView[];
  readonly zoned: boolean;
  readonly year: number;
  /** Address of the page without its query. */
  readonly path: string;
  readonly view: RankingTableView;
  /** Titles of sources; a row's footnote is the position in this list. */
  readonly sources: readonly string[];
  /** Shown inside another page, whose address it leaves alone. */
  readonly embedded?: boolean;
}

/**
 * The ranking with search, filter and order. Every state is an address: without JavaScript the form and the column links
 * load it, with JavaScript they change the table in place and keep the address in step.
 */
export function RankingTable(props: RankingTableProps): ReactElement {
  const { rows, bands, path } = props;
  const [view, setView] = useState(props.view);
  const total = rows.filter(({ government }) => government.kind !== 'province').length;
  const { rows: shown, reading } = rowsOf(rows, bands, view);
  const words = readingWords(reading, bands);

  const look = (next: RankingTableView): void => {
    setView(next);
    if (props.embedded !== true) window.history.replaceState(null, '', viewHref(path, next));
  };
  const follow = (event: MouseEvent, next: RankingTableView): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    look(next);
  };

  return (
    <>
      <RankingForm path={path} view={view} zoned={props.zoned} examples={searchExamples(props)} onChange={look} />
      <p className="ranking-status" role="status">
        {[shownCount(shown.length, total), ...(words.length === 0 ? [] : [understood(words)])].join(' ')}
        {isDefault(path, view) ? null : (
          <>
            {' '}
            <a href={path} onClick={(event) => follow(event, DEFAULT_VIEW)}>
              {tableText.reset}
            </a>
          </>
        )}
      </p>
      {shown.length === 0 ? (
        <EmptyState title={tableText.empty}>
          <p>
            {tableText.emptyHint}{' '}
            <a href={path} onClick={(event) => follow(event, DEFAULT_VIEW)}>
              {tableText.reset.toLowerCase()}
            </a>
            .
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={tableText.caption}
          captionHidden
          cards
          className="ranking-table"
          head={columnsOf(props).map(({ label, sort, number }) => (
            <SortableColumn
              key={label}
              label={label}
              sort={sort}
              number={number}
              view={view}
              path={path}
              onFollow={follow}
            />
          ))}
        >
          {shown.map((row) => (
            <RankingRowView
              key={row.government.code}
              row={row}
              bands={bands}
              year={props.year}
              zoned={props.zoned}
              withAward={hasAwards(rows)}
              withChange={hasPrevious(rows)}
              source={props.sources.indexOf(row.source.title) + 1}
            />
          ))}
        </DataTable>
      )}
    </>
  );
}

interface ColumnOf {
  readonly label: string;
  readonly sort: SortKey | null;
  readonly number: boolean;
}

function columnsOf({ zoned, rows }: RankingTableProps): readonly ColumnOf[] {
  const columns: readonly (ColumnOf | null)[] = [
    { label: tableText.rank, sort: 'peringkat', number: false },
    { label: tableText.government, sort: 'nama', number: false },
    { label: tableText.score, sort: 'nilai', number: true },
    { label: tableText.band, sort: null, number: false },
    zoned ? { label: tableText.zone, sort: 'zona', number: false } : null,
    hasPrevious(rows) ? { label: tableText.change, sort: 'perubahan', number: false } : null,
    hasAwards(rows) ? { label: tableText.award, sort: null, number: false } : null,
    { label: tableText.source, sort: null, number: false },
  ];
  return columns.filter((column) => column !== null);
}

interface SortableColumnProps extends ColumnOf {
  readonly view: RankingTableView;
  readonly path: string;
  readonly onFollow: (event: MouseEvent, next: RankingTableView) => void;
}

function SortableColumn({ label, sort, number, view, path, onFollow }: SortableColumnProps): ReactElement {
  const className = number ? 'cell--number' : undefined;
  if (sort === null) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const next = nextSort(view, sort);
  const sorted = view.urut !== sort ? 'none' : view.arah === 'naik' ? 'ascending' : 'descending';
  return (
    <th scope="col" className={className} aria-sort={sorted}>
      <a className="sort" href={viewHref(path, next)} onClick={(event) => onFollow(event, next)}>
        {label}
        <SortMark sorted={sorted} />
        <span className="visually-hidden">{`, ${sortBy(label)}`}</span>
      </a>
    </th>
  );
}

function SortMark({ sorted }: { readonly sorted: 'none' | 'ascending' | 'descending' }): ReactElement {
  return (
    <svg className={`sort__mark sort__mark--${sorted}`} viewBox="0 0 10 14" aria-hidden="true" focusable="false">
      <path className="sort__up" d="M5 1l4 5H1z" />
      <path className="sort__down" d="M5 13L1 8h8z" />
    </svg>
  );
}

function hasAwards(rows: readonly RankingRow[]): boolean {
  return rows.some(({ award }) => award !== null);
}

/** The first known year of a province has nothing to compare with. */
function hasPrevious(rows: readonly RankingRow[]): boolean {
  return rows.some(({ previous }) => previous !== null);
}

function isDefault(path: string, view: RankingTableView): boolean {
  return viewHref(path, view) === path;
}
