import { listOfficeUnits } from '@patuh/shared/contracts/verification';
import { type ReactElement, useId } from 'react';
import { Link, useSearchParams } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { officeText as text } from '../../text/id/office.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/notice.tsx';
import { formatCount } from '../../ui/number.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { UnitFilters } from './unit-filters.tsx';
import { UnitsTable } from './units-table.tsx';
import { filtersIn, fits, type OfficePeriod, tallyOf } from './units-list.ts';

/** All units of one period, with what waits for the reader on top. */
export function UnitsPage(): ReactElement {
  const units = useAnswer(listOfficeUnits, {});
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Answer of={units}>{({ periods }) => <Periods periods={periods} />}</Answer>
    </AppPage>
  );
}

function Periods({ periods }: { readonly periods: readonly OfficePeriod[] }): ReactElement {
  const [search] = useSearchParams();
  const wanted = search.get('periode');
  const chosen = periods.find((period) => keyOf(period) === wanted) ?? periods[0];
  if (chosen === undefined) {
    return (
      <EmptyState title={text.emptyTitle}>
        <p>{text.emptyBody}</p>
      </EmptyState>
    );
  }
  return (
    <>
      {periods.length < 2 ? null : <PeriodSwitch periods={periods} chosen={chosen} />}
      <Period key={keyOf(chosen)} period={chosen} />
    </>
  );
}

function keyOf({ id, province }: OfficePeriod): string {
  return `${id}.${province.code}`;
}

function PeriodSwitch({
  periods,
  chosen,
}: {
  readonly periods: readonly OfficePeriod[];
  readonly chosen: OfficePeriod;
}): ReactElement {
  return (
    <nav className="years office-periods" aria-label={text.periods}>
      <ul>
        {periods.map((period) => (
          <li key={keyOf(period)}>
            <Link
              href={`/kantor?periode=${keyOf(period)}`}
              {...(period === chosen && { 'aria-current': 'page' as const })}
            >
              {text.periodName(period.name, period.province.name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Period({ period }: { readonly period: OfficePeriod }): ReactElement {
  const heading = useId();
  const [search] = useSearchParams();
  const filters = filtersIn(search);
  const shown = period.units.filter((unit) => fits(unit, filters));
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>
        {text.periodName(period.name, period.province.name)} {period.chain === 'demo' ? <Tag>{text.demo}</Tag> : null}
      </h2>
      <Tiles period={period} />
      <UnitFilters period={period} filters={filters} shown={shown.length} />
      {shown.length > 0 ? (
        <UnitsTable units={shown} />
      ) : (
        <EmptyState title={filters.needsMe ? text.nothingWaits : text.nothingFits} />
      )}
      {shown.some(({ score }) => score !== null) ? <p className="small soft">{text.zoneNote}</p> : null}
    </section>
  );
}

function Tiles({ period: { units } }: { readonly period: OfficePeriod }): ReactElement {
  const tally = tallyOf(units);
  const detail = text.tiles.of(units.length);
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
