import type { Instrument } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { methodText as text } from '../../text/id/method.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/notice.tsx';
import { pointsText } from '../../ui/points.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { hasGovernmentIndicators } from './weights-table.ts';

interface InstrumentProps {
  readonly instrument: Instrument;
}

/** The way from an answer to a zone, in words; every sentence follows from the instrument's own rules. */
export function Formula({ instrument }: InstrumentProps): ReactElement {
  const { rollUp } = instrument.rules;
  const levels = instrument.levelNames.map(({ name }) => name.toLowerCase()).toReversed();
  return (
    <section className="section" aria-labelledby="rumus">
      <h2 id="rumus">{text.formulaTitle}</h2>
      <ol>
        <li>{text.formulaIndicator}</li>
        <li>{text.formulaMerge}</li>
        <li>{text.formulaTree(levels.join(', '))}</li>
        <li>
          {rollUp.unitWeight === 'products' ? text.formulaProducts : text.formulaEqual}{' '}
          {rollUp.official ? null : <Tag>{text.unofficial}</Tag>}
        </li>
        {hasGovernmentIndicators(instrument) ? <li>{text.formulaGovernment}</li> : null}
        <li>{text.formulaRounding}</li>
      </ol>
      <p>{text.formulaNotApplicable}</p>
    </section>
  );
}

export function Bands({ instrument, year }: InstrumentProps & { readonly year: number }): ReactElement {
  const { bands: tables, award } = instrument.rules;
  return (
    <section className="section" aria-labelledby="kategori">
      <h2 id="kategori">{text.bandsTitle}</h2>
      {tables.map((table) => (
        <BandTable key={table.kinds.join()} table={table} year={year} apart={tables.length > 1} />
      ))}
      {award === null ? null : (
        <p>
          <strong>{text.award}:</strong> {award}
        </p>
      )}
    </section>
  );
}

interface BandTableProps {
  readonly table: Instrument['rules']['bands'][number];
  readonly year: number;
  /** More than one table: each says for whom it holds. */
  readonly apart: boolean;
}

function BandTable({ table: { kinds, bands }, year, apart }: BandTableProps): ReactElement {
  const zoned = bands.some(({ zone }) => zone !== null);
  const names = kinds.map((kind) => text.kinds[kind]);
  return (
    <>
      {apart ? <p>{text.bandsFor(names.join(', '))}</p> : null}
      <DataTable
        caption={apart ? `${text.bandsCaption(year)}: ${names.join(', ')}` : text.bandsCaption(year)}
        captionHidden
        className="method-bands"
        head={
          <>
            <Column>{text.band}</Column>
            <Column number>{text.lower}</Column>
            {zoned ? <Column>{text.zone}</Column> : null}
          </>
        }
      >
        {bands.map(({ band, lower, opinion, zone, official }) => (
          <Row key={band}>
            <RowHead>
              {band}
              {opinion === band ? null : <span className="method-bands__opinion">{opinion}</span>}
            </RowHead>
            <Cell number>
              {pointsText(lower)} {official ? null : <Tag>{text.unofficial}</Tag>}
            </Cell>
            {zoned ? (
              <Cell>
                <ZoneBadge zone={zone} />
              </Cell>
            ) : null}
          </Row>
        ))}
      </DataTable>
      {zoned ? null : <p>{text.noZones}</p>}
    </>
  );
}

export function Subjects({ instrument }: InstrumentProps): ReactElement | null {
  const { subjects } = instrument.rules;
  if (subjects.length === 0) return null;
  return (
    <section className="section" aria-labelledby="jumlah">
      <h2 id="jumlah">{text.subjectsTitle}</h2>
      <p>{text.subjectsIntro}</p>
      <DataTable
        caption={text.subjectsCaption}
        className="method-bands"
        head={
          <>
            <Column>{text.subject}</Column>
            <Column number>{text.target}</Column>
            <Column number>{text.minimum}</Column>
          </>
        }
      >
        {subjects.map(({ subject, target, minimum, official, targetPerUnitKind = {} }) => (
          <Row key={subject}>
            <RowHead>
              {text.subjectNames[subject]} {official ? null : <Tag>{text.unofficial}</Tag>}
            </RowHead>
            <Cell number>
              {target}
              <OtherTargets target={target} perUnitKind={targetPerUnitKind} />
            </Cell>
            <Cell number>{minimum}</Cell>
          </Row>
        ))}
      </DataTable>
    </section>
  );
}

interface OtherTargetsProps {
  readonly target: number;
  readonly perUnitKind: Readonly<Record<string, number>>;
}

/** Kinds of unit whose target is another one: "kecuali Polres 5". */
function OtherTargets({ target, perUnitKind }: OtherTargetsProps): ReactElement | null {
  const names: Readonly<Record<string, string>> = text.unitKinds;
  const others = Object.entries(perUnitKind).filter(([, other]) => other !== target);
  if (others.length === 0) return null;
  return (
    <span className="method-bands__opinion">
      {text.targetDiffers(others.map(([kind, other]) => `${names[kind] ?? kind} ${other}`).join(', '))}
    </span>
  );
}

export function Assumptions({ instrument: { assumptions } }: InstrumentProps): ReactElement | null {
  if (assumptions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="anggapan">
      <h2 id="anggapan">{text.assumptionsTitle}</h2>
      <p>{text.assumptionsIntro}</p>
      <ul>
        {assumptions.map((assumption) => (
          <li key={assumption}>{assumption}</li>
        ))}
      </ul>
    </section>
  );
}

export function Sources({
  instrument: { sources, legalBasis },
  year,
}: InstrumentProps & { readonly year: number }): ReactElement {
  return (
    <section className="section" aria-labelledby="sumber">
      <h2 id="sumber">{text.sourcesTitle}</h2>
      <dl className="fact-list">
        <div className="fact-list__pair">
          <dt>{text.sources}</dt>
          <dd>
            {sources.map((source) => (
              <p key={source}>{source}</p>
            ))}
          </dd>
        </div>
        <div className="fact-list__pair">
          <dt>{text.legalBasis}</dt>
          <dd>{legalBasis.join('; ')}</dd>
        </div>
        <div className="fact-list__pair">
          <dt>{text.dataLinks}</dt>
          <dd>
            <a href={`/api/instruments/${year}`}>{text.downloadJson}</a> ·{' '}
            <a href={`/api/instruments/${year}.csv`}>{text.downloadCsv}</a>
          </dd>
        </div>
      </dl>
    </section>
  );
}
