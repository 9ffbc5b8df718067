import type { SeasonTile } from '@patuh/shared/contracts/season';
import { doneOf, standingOf } from '@patuh/shared/season/standing';
import { type ReactElement, useId } from 'react';
import { Link, useSearchParams } from 'wouter';

import { seasonText as text, STANDING_WORDS } from '../../text/id/season.ts';
import { withGovernment } from './season-query.ts';

interface SeasonTilesProps {
  readonly tiles: readonly SeasonTile[];
  readonly chosen: string | undefined;
}

/** The province at one glance: a tile for each government, in the order of their codes; on a phone a list. */
export function SeasonTiles({ tiles, chosen }: SeasonTilesProps): ReactElement {
  const heading = useId();
  const [search] = useSearchParams();
  return (
    <>
      <h3 id={heading}>{text.tiles}</h3>
      <p className="small soft">{text.tilesHint}</p>
      <ul className="season-tiles" aria-labelledby={heading}>
        {tiles.map((tile) => (
          <li key={tile.government.code}>
            <Link
              href={withGovernment(search, tile.government.code)}
              className={`season-tile season-tile--${standingOf(tile)}`}
              {...(tile.government.code === chosen && { 'aria-current': 'true' as const })}
            >
              <Content tile={tile} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Content({ tile }: { readonly tile: SeasonTile }): ReactElement {
  const { government, units, states } = tile;
  const done = doneOf(states);
  return (
    <>
      <span className="season-tile__name">{government.name}</span>
      <span className="season-tile__done">{text.tileDone(done, units)}</span>
      <progress className="season-tile__bar" value={done} max={Math.max(1, units)} aria-hidden="true" />
      <span className="season-tile__standing">{STANDING_WORDS[standingOf(tile)]}</span>
      <span className="season-tile__facts">{factsOf(tile).join(' · ')}</span>
    </>
  );
}

function factsOf({ states, withoutTeam, filesOutstanding, conflicts }: SeasonTile): readonly string[] {
  const facts: readonly (readonly [number, (count: number) => string])[] = [
    [withoutTeam, text.states.withoutTeam],
    [states.assigned, text.states.notBegun],
    [states['in-progress'], text.states.inField],
    [states.returned, text.states.returned],
    [states.submitted, text.states.submitted],
    [states['not-assessed'], text.states.notAssessed],
    [filesOutstanding, text.files],
    [conflicts, text.conflicts],
  ];
  return facts.flatMap(([count, words]) => (count === 0 ? [] : [words(count)]));
}
