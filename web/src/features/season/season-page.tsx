import { getSeason } from '@patuh/shared/contracts/season';
import type { ReactElement } from 'react';
import { useLocation, useSearchParams } from 'wouter';

import type { CallOk } from '../../platform/call.ts';
import { FRESH_EVERY, KeptFresh } from '../../platform/kept-fresh.tsx';
import { useAnswer } from '../../platform/query.tsx';
import { ScopeChoice } from '../../platform/scope-choice.tsx';
import { seasonText as text } from '../../text/id/season.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tag } from '../../ui/notice.tsx';
import { PERIOD_KIND } from '../../text/id/plan.ts';
import { SeasonDevices } from './season-devices.tsx';
import { SeasonDownload } from './season-download.tsx';
import { overviewOf, seasonAddress, seasonIn } from './season-query.ts';
import { SeasonTiles } from './season-tiles.tsx';
import { SeasonUnits } from './season-units.tsx';

export type Season = CallOk<typeof getSeason>;

/** A province in a period; follows what comes in as long as somebody looks. */
export function SeasonPage(): ReactElement {
  const [search] = useSearchParams();
  const query = seasonIn(search);
  const season = useAnswer(getSeason, { query }, { keepsLast: true, refetchInterval: FRESH_EVERY });
  return (
    <AppPage title={text.title} lead={text.lead}>
      <KeptFresh of={season}>{(shown) => <Shown season={shown} />}</KeptFresh>
    </AppPage>
  );
}

function Shown({ season }: { readonly season: Season }): ReactElement {
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const { scopes, scope, tiles } = season;
  if (scope === null) {
    return (
      <EmptyState title={text.emptyTitle}>
        <p>{text.emptyBody}</p>
      </EmptyState>
    );
  }
  const { done, units } = overviewOf(tiles);
  return (
    <>
      <form className="toolbar" aria-label={text.choose} onSubmit={(event) => event.preventDefault()}>
        <ScopeChoice
          scopes={scopes}
          scope={scope}
          onChoose={(wanted) => go(seasonAddress(wanted), { replace: true })}
        />
      </form>
      <section className="section">
        <h2>
          {text.scope(scope.name, scope.province.name)}{' '}
          {scope.kind === 'season' ? null : <Tag>{PERIOD_KIND[scope.kind]}</Tag>}
        </h2>
        <p className="season-done">{text.done(done, units)}</p>
        <Calendar season={season} />
        <SeasonTiles tiles={tiles} chosen={seasonIn(search).government} />
        <SeasonUnits season={season} government={seasonIn(search).government} />
      </section>
      <SeasonDevices season={season} />
      <SeasonDownload scope={scope} several={new Set(scopes.map(({ province }) => province.code)).size > 1} />
    </>
  );
}

function Calendar({ season: { calendar } }: { readonly season: Season }): ReactElement {
  const { underWay, next } = calendar;
  if (underWay.length === 0 && next === null) return <p className="soft">{text.noCalendar}</p>;
  return (
    <ul className="season-calendar">
      {underWay.map(({ phase, endsOn, daysLeft }) => (
        <li key={phase}>{text.underWay(phase, endsOn, daysLeft)}</li>
      ))}
      {next === null ? null : <li>{text.next(next.phase, next.startsOn, next.daysUntil)}</li>}
    </ul>
  );
}
