import type { GovernmentHistory, GovernmentResult } from '@patuh/shared/contracts/governments';
import { Fragment, type ReactElement } from 'react';

import { LazyIsland } from '../../platform/island.tsx';
import { chartText } from '../../text/id/governments-chart.ts';
import { governmentsText as text } from '../../text/id/governments.ts';
import { shownNote } from '../../text/id/source-notes.ts';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatScore } from '../../ui/number.ts';
import { Tag } from '../../ui/notice.tsx';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { historySeries } from './history-series.ts';
import { rankView } from './rank.ts';
import { rankWords } from './wording.ts';

interface HistorySectionProps {
  readonly history: GovernmentHistory;
  readonly current: number;
}

const COLUMNS = 6;

/** All known years as a table; the chart comes later and shows nothing that is not in it. */
export function HistorySection({ history, current }: HistorySectionProps): ReactElement {
  const { government, results } = history;
  return (
    <section className="section" aria-labelledby="riwayat">
      <h2 id="riwayat">{text.historyTitle}</h2>
      <p>{text.historyIntro}</p>
      <DataTable
        cards
        caption={text.historyCaption(government.name)}
        captionHidden
        className="government-history"
        head={
          <>
            <Column>{text.year}</Column>
            <Column number>{text.score}</Column>
            <Column>{text.category}</Column>
            <Column>{text.zone}</Column>
            <Column>{text.rank}</Column>
            <Column>{text.source}</Column>
          </>
        }
      >
        {results.map((known, index) => (
          <Fragment key={known.year}>
            <MethodBreak newer={results[index - 1]} older={known} />
            <HistoryRow known={known} code={government.code} current={current} />
          </Fragment>
        ))}
      </DataTable>
      {results.length < 2 ? null : <Chart history={history} />}
    </section>
  );
}

/** The line between two years of different methods, or of different indicators within one. */
function MethodBreak({
  newer,
  older,
}: {
  readonly newer: GovernmentResult | undefined;
  readonly older: GovernmentResult;
}): ReactElement | null {
  const sentence = newer === undefined ? null : breakBetween(newer, older);
  if (sentence === null) return null;
  return (
    <tr role="row" className="government-history__break">
      <td role="cell" colSpan={COLUMNS}>
        {sentence}
      </td>
    </tr>
  );
}

function breakBetween(newer: GovernmentResult, older: GovernmentResult): string | null {
  if (newer.method.id !== older.method.id) return text.breakRow(older.method.name, newer.method.name);
  return newer.result.previous?.sameInstrument === false ? text.otherIndicators(older.year, newer.year) : null;
}

interface HistoryRowProps {
  readonly known: GovernmentResult;
  readonly code: string;
  readonly current: number;
}

function HistoryRow({ known, code, current }: HistoryRowProps): ReactElement {
  const { year, result } = known;
  return (
    <Row>
      <RowHead>
        {year === current ? <span aria-current="page">{year}</span> : <a href={`/pemda/${code}/${year}`}>{year}</a>}
      </RowHead>
      <Cell label={text.score} number>
        {result.score === null ? <span className="soft">{text.unknown}</span> : formatScore(result.score)}
      </Cell>
      <Cell label={text.category}>{result.band ?? text.unknown}</Cell>
      <Cell label={text.zone}>
        <span>
          {zone(known)} {result.status === 'inferred' ? <Tag>{text.statusInferred}</Tag> : null}
        </span>
      </Cell>
      <Cell label={text.rank}>{rankCell(known)}</Cell>
      <Cell label={text.source}>{shownNote(result.source.title)}</Cell>
    </Row>
  );
}

function zone({ result, bands }: GovernmentResult): ReactElement | string {
  if (result.zone === null && bands.some((band) => band.zone !== null)) return text.unknown;
  return <ZoneBadge zone={result.zone} />;
}

function rankCell(known: GovernmentResult): string {
  const { nationalRank } = known.result;
  const view = rankView(known);
  if (view.kind === 'apart')
    return nationalRank === null
      ? text.unknown
      : text.sentenceNationalRank(text.rankOf(nationalRank.rank, nationalRank.of));
  return rankWords(view).value;
}

function Chart({ history }: { readonly history: GovernmentHistory }): ReactElement {
  const props = { name: history.government.name, series: historySeries(history.results) };
  return (
    <div className="government-chart needs-script">
      <ChartFrame title={chartText.title} note={chartText.note}>
        <LazyIsland name="governments/history-chart" props={props}>
          <p className="soft">{chartText.loading}</p>
        </LazyIsland>
      </ChartFrame>
    </div>
  );
}
