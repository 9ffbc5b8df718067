import { type ReactElement, useId } from 'react';
import { Link } from 'wouter';

import { fieldUnitsText } from '../../text/id/field-units.ts';
import { GoOnLink } from './go-on-link.tsx';
import { lightsOf } from './lights.ts';
import { Meter } from './meter.tsx';
import { overviewPath } from './paths.ts';
import { useStandingAt } from './use-standing.ts';
import { StateTag } from './state-tag.tsx';
import { ThreeLights } from './three-lights.tsx';
import type { UnitRow } from './unit-rows.ts';
import { useNow } from './use-now.ts';

/** One unit: what it is, where it stands, how far it is, and where its data is. */
export function UnitCard({ row }: { readonly row: UnitRow }): ReactElement {
  const { header, progress, next, openPoints, conflicts } = row;
  const { unit } = header;
  const standing = useStandingAt(header.id);
  const now = useNow();
  const name = useId();
  return (
    <article className="unit-card">
      <div className="unit-card__head">
        <h2 className="unit-card__name" id={name}>
          <Link href={overviewPath(header.id)}>{unit.name}</Link>
        </h2>
        <StateTag state={header.state} />
      </div>
      <p className="unit-card__place">
        {unit.kindName === unit.name ? '' : `${unit.kindName} · `}
        {unit.government.name}
      </p>
      {header.notAssessed !== null ? (
        <p className="small">{header.notAssessed.note}</p>
      ) : progress === undefined ? (
        <p className="small soft">{fieldUnitsText.instrumentMissing}</p>
      ) : (
        <>
          <Meter {...progress} />
          <p className="unit-card__figures">
            <span>{fieldUnitsText.answered(progress.answered, progress.expected)}</span>
            {progress.users.target === 0 ? null : (
              <span>{fieldUnitsText.users(progress.users.interviewed, progress.users.target)}</span>
            )}
          </p>
        </>
      )}
      <Marks
        texts={[
          ...(openPoints > 0 ? [fieldUnitsText.returned(openPoints)] : []),
          ...(conflicts > 0 ? [fieldUnitsText.conflicts(conflicts)] : []),
        ]}
        quiet={[
          ...(header.period.trial === true ? [fieldUnitsText.trial] : []),
          ...(unit.firstTime ? [fieldUnitsText.firstTime] : []),
        ]}
      />
      {next === undefined || header.notAssessed !== null ? null : (
        <GoOnLink next={next} state={header.state} of={name} />
      )}
      <ThreeLights lights={lightsOf(standing)} now={now} />
    </article>
  );
}

function Marks({
  texts,
  quiet,
}: {
  readonly texts: readonly string[];
  readonly quiet: readonly string[];
}): ReactElement | null {
  if (texts.length + quiet.length === 0) return null;
  return (
    <ul className="chips unit-card__marks">
      {texts.map((text) => (
        <li key={text} className="mark-chip">
          {text}
        </li>
      ))}
      {quiet.map((text) => (
        <li key={text} className="tag">
          {text}
        </li>
      ))}
    </ul>
  );
}
