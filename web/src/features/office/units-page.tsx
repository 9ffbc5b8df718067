import { listOfficeUnits, type OfficeScope, UNITS_PAGE } from '@patuh/shared/contracts/office-units';
import { type ReactElement, useId } from 'react';
import { Link, useSearchParams } from 'wouter';

import type { CallOk } from '../../platform/call.ts';
import { Answer, useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { officeText as text } from '../../text/id/office.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/notice.tsx';
import { formatCount } from '../../ui/number.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { UnitFilters } from './unit-filters.tsx';
import { groupsOf, queryIn, searchWith, tallyOf, totalOf, UNITS_PATH, type UnitQuery } from './units-list.ts';
import { UnitsTable } from './units-table.tsx';

type Answered = CallOk<typeof listOfficeUnits>;

/** The answer where there is something to show. */
export type ShownUnits = Answered & { readonly scope: OfficeScope };

/** The units of one period and province, own duties on top. */
export function UnitsPage(): ReactElement {
  const [search] = useSearchParams();
  const query = queryIn(search);
  const units = useAnswer(listOfficeUnits, { query }, { keepsLast: true });
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Answer of={units}>
        {({ scope, ...rest }) =>
          scope === null ? (
            <EmptyState title={text.emptyTitle}>
              <p>{text.emptyBody}</p>
            </EmptyState>
          ) : (
            <Scope shown={{ ...rest, scope }} query={query} />
          )
        }
      </Answer>
    </AppPage>
  );
}

function Scope({ shown, query }: { readonly shown: ShownUnits; readonly query: UnitQuery }): ReactElement {
  const heading = useId();
  const { personId } = useMe();
  const { scope, units } = shown;
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>
        {text.periodName(scope.name, scope.province.name)} {scope.chain === 'demo' ? <Tag>{text.demo}</Tag> : null}
        {scope.kind === 'trial' ? <Tag>{text.trial}</Tag> : null}
      </h2>
      <Tiles shown={shown} />
      <UnitFilters shown={shown} query={query} />
      {units.length > 0 ? (
        <UnitsTable groups={groupsOf(units, personId)} />
      ) : (
        <EmptyState title={query.mine === '1' ? text.nothingWaits : text.nothingFits} />
      )}
      <Pages shown={shown} />
      {units.some(({ score }) => score !== null) ? <p className="small soft">{text.zoneNote}</p> : null}
    </section>
  );
}

function Tiles({ shown }: { readonly shown: ShownUnits }): ReactElement {
  const tally = tallyOf(shown.tally);
  const detail = text.tiles.of(totalOf(shown.tally));
  return (
    <div className="grid office-tiles">
      <StatTile label={text.tiles.waiting} value={formatCount(tally.waiting)} detail={detail} />
      <StatTile label={text.tiles.returned} value={formatCount(tally.returned)} detail={detail} />
      <StatTile label={text.tiles.field} value={formatCount(tally.field)} detail={detail} />
      <StatTile label={text.tiles.done} value={formatCount(tally.done)} detail={detail} />
      <StatTile label={text.tiles.notAssessed} value={formatCount(tally.notAssessed)} detail={detail} />
    </div>
  );
}

function Pages({ shown: { found, page } }: { readonly shown: ShownUnits }): ReactElement | null {
  const [search] = useSearchParams();
  const last = Math.max(1, Math.ceil(found / UNITS_PAGE));
  if (last === 1 && page === 1) return null;
  const to = (wanted: number): string =>
    `${UNITS_PATH}?${searchWith(search, 'hal', wanted === 1 ? '' : String(wanted)).toString()}`;
  return (
    <nav className="actions office-pages" aria-label={text.pages}>
      {page > 1 ? (
        <Link className="button button--quiet" href={to(Math.min(page - 1, last))}>
          ‹ {text.previousPage}
        </Link>
      ) : null}
      <span>{text.page(Math.min(page, last), last)}</span>
      {page < last ? (
        <Link className="button button--quiet" href={to(page + 1)}>
          {text.nextPage} ›
        </Link>
      ) : null}
    </nav>
  );
}
