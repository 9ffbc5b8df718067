import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldDetailsText } from '../../text/id/field-details.ts';
import { problemText } from '../../text/id/problem.ts';
import type { DeskState } from '../../platform/field-store/field-desk.ts';
import { EveryConcern } from './concerns-notice.tsx';
import { useDesk, useDeskState } from './desk-scope.tsx';
import { farewell } from './farewell-words.ts';
import { isOpen } from './is-open.ts';
import { LightSign } from './light.tsx';
import { beforeGoingHome, lightsOf } from './lights.ts';
import { FILES_PATH, overviewPath } from './paths.ts';
import { RefusedList } from './refused-list.tsx';
import { standingAt } from './standings.ts';
import { useStandingOfAll } from './use-standing.ts';
import { ThreeLights } from './three-lights.tsx';
import { type CheckedUnit, checkedUnits } from './unit-checks.ts';
import { useNow } from './use-now.ts';
import { useStored } from './use-stored.ts';
import { whenWords } from './when-words.ts';

/** Where the data is, in full: what is kept here, what the server has, what to do, and which units may be left. */
export function StatusDetails(): ReactElement {
  const desk = useDesk();
  const { exchange, journal, files } = useDeskState();
  const standing = useStandingOfAll();
  const lights = lightsOf(standing);
  const now = useNow();
  return (
    <section className="status-details" aria-labelledby="rincian-judul">
      <h2 id="rincian-judul">{fieldDetailsText.title}</h2>
      <ThreeLights lights={lights} now={now} />
      <p>{todoWords(exchange, standing.waiting)}</p>
      {files.ending?.kind === 'problem' && standing.files.here > 0 ? <p>{fileWords(files.ending.code)}</p> : null}
      <EveryConcern />
      <p className="small soft">
        {standing.exchangedAt === undefined
          ? fieldDetailsText.neverContact
          : fieldDetailsText.lastContact(whenWords(standing.exchangedAt, now))}
      </p>
      <div className="actions">
        <button type="button" className="button" disabled={exchange.working} onClick={() => void desk.loop.flush()}>
          {exchange.working ? fieldDetailsText.retrying : fieldDetailsText.retry}
        </button>
        <Link className="button button--quiet" href={FILES_PATH}>
          {fieldDetailsText.files}
        </Link>
      </div>
      {journal.refused.length === 0 ? null : <RefusedList entries={journal.refused} />}
      <h3>{fieldDetailsText.units}</h3>
      <Farewells units={useStored(checkedUnits)} />
    </section>
  );
}

function todoWords({ ending, working }: DeskState['exchange'], waiting: number): string {
  const { todo } = fieldDetailsText;
  if (ending?.kind === 'signed-out') return todo.signedOut;
  if (ending?.kind === 'not-understood') return problemWords('app-too-old');
  if (ending?.kind === 'problem') return problemWords(ending.code);
  if (ending?.kind === 'unreachable' && !working) return todo.offline;
  return waiting === 0 ? todo.sent : todo.sending;
}

/** Apps that are too old or too new have sentences of their own; everything else passes. */
function problemWords(code: string): string {
  if (code === 'app-too-old' || code === 'app-too-new') return problemText.problems[code].body;
  return fieldDetailsText.todo.busy;
}

/** What stands in the way of photos though answers come through. */
function fileWords(code: string): string {
  const known = (['file-differs', 'upload-elsewhere', 'storage-full'] as const).find((one) => one === code);
  return known === undefined ? fieldDetailsText.todo.busy : problemText.problems[known].body;
}

function Farewells({ units }: { readonly units: readonly CheckedUnit[] | undefined }): ReactElement {
  const state = useDeskState();
  if (units === undefined) return <p>{fieldDetailsText.unitsReading}</p>;
  if (units.length === 0) return <p>{fieldDetailsText.noUnits}</p>;
  return (
    <ul className="plain-list">
      {units.map(({ header, blocking }) => {
        const reasons = beforeGoingHome(standingAt(state, header.id), blocking);
        const { tone, words } = farewell(reasons, isOpen(header));
        return (
          <li key={header.id} className="farewell">
            <LightSign tone={tone} />
            <div>
              <Link href={overviewPath(header.id)}>{header.unit.name}</Link>
              <p className="small">{words}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
