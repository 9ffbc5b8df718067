import {
  getPersonalDataOfPeriod,
  getPersonalDataOfProvince,
  type KeptKind,
  type KeptPeriod,
} from '@patuh/shared/contracts/personal-data';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { ReactElement } from 'react';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { personalDataText as text } from '../../text/id/personal-data.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { formatDay } from '../../ui/moment.ts';
import { PurgedList } from './purged-list.tsx';

/** A province: each of its periods, and what was purged of it. */
export function ProvinceKept({ province }: { readonly province: ProvinceCode }): ReactElement {
  const kept = useAnswer(getPersonalDataOfProvince, { params: { province } });
  return (
    <Answer of={kept}>
      {({ periods, purged }) => (
        <>
          {periods.length === 0 ? <p>{text.noPeriods}</p> : null}
          {periods.map((period) => (
            <PeriodKept key={period.period.id} province={province} kept={period} />
          ))}
          <PurgedList id="dihapus" office={province} purged={purged} />
        </>
      )}
    </Answer>
  );
}

interface PeriodKeptProps {
  readonly province: ProvinceCode;
  readonly kept: KeptPeriod;
}

function PeriodKept({ province, kept: { period, closedSince, open } }: PeriodKeptProps): ReactElement {
  const kinds = useAnswer(getPersonalDataOfPeriod, { params: { province, periodId: period.id } });
  const name = text.period(period.name, period.year);
  return (
    <section className="section" aria-labelledby={`periode-${period.id}`}>
      <h2 id={`periode-${period.id}`}>{name}</h2>
      <p>{open === null ? text.closedSince(formatDay(closedSince ?? '')) : text.open[open]}</p>
      <Answer of={kinds}>{(data) => <KindTable caption={text.heldOf(name)} kinds={data.kinds} />}</Answer>
    </section>
  );
}

function KindTable({
  caption,
  kinds,
}: {
  readonly caption: string;
  readonly kinds: readonly KeptKind[];
}): ReactElement {
  const { columns } = text;
  const head = (
    <>
      <Column>{columns.kind}</Column>
      <Column>{columns.held}</Column>
      <Column>{columns.until}</Column>
      <Column>{columns.state}</Column>
    </>
  );
  return (
    <DataTable caption={caption} captionHidden cards head={head}>
      {kinds.map((kept) => (
        <Row key={kept.kind}>
          <RowHead>{text.kinds[kept.kind]}</RowHead>
          <Cell label={columns.held}>{text.figures(kept.entries, kept.files, kept.bytes)}</Cell>
          <Cell label={columns.until}>{untilWords(kept)}</Cell>
          <Cell label={columns.state}>{stateWords(kept)}</Cell>
        </Row>
      ))}
    </DataTable>
  );
}

function untilWords({ kind, until }: KeptKind): string {
  if (kind === 'withdrawn') return text.untilEach;
  return until === null ? text.untilUnknown : formatDay(until);
}

function stateWords({ isDue, entries, files }: KeptKind): string {
  if (entries + files === 0) return text.nothing;
  return isDue ? text.due : text.notDue;
}
