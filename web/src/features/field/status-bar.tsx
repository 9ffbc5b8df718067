import type { ReactElement } from 'react';

import type { Ending } from '../../platform/field-store/exchange.ts';
import type { DeskState } from '../../platform/field-store/field-desk.ts';
import { fieldStatusText } from '../../text/id/field-status.ts';
import { formatTime } from '../../ui/moment.ts';
import { useDesk, useDeskState } from './desk-scope.tsx';
import { RefusedList } from './refused-list.tsx';

/** What is sent and what is not, on every screen of the field. */
export function StatusBar(): ReactElement {
  const desk = useDesk();
  const state = useDeskState();
  const { waiting, refused } = state.journal;
  const failed =
    state.exchange.ending !== undefined && state.exchange.ending.kind !== 'done' && !state.exchange.working;
  return (
    <>
      <section className={classOf(waiting, failed)} aria-label={fieldStatusText.label}>
        <p className="sync__line" role="status">
          {waiting > 0 ? <strong>{headline(state)}</strong> : headline(state)}
          {waiting > 0 || !failed ? null : <span> · {troubleWords(state.exchange.ending)}</span>}
        </p>
        {waiting === 0 ? null : (
          <p className="sync__detail">
            {failed ? `${troubleWords(state.exchange.ending)} ` : ''}
            {desk.store.durable ? fieldStatusText.keptHere : fieldStatusText.keepOpen}
          </p>
        )}
        {failed || waiting > 0 ? (
          <button type="button" className="sync__retry" onClick={() => void desk.loop.flush()}>
            {fieldStatusText.retry}
          </button>
        ) : null}
      </section>
      {refused.length === 0 ? null : <RefusedList entries={refused} />}
    </>
  );
}

function classOf(waiting: number, failed: boolean): string {
  return waiting > 0 || failed ? 'sync sync--waiting' : 'sync';
}

function headline({ exchange, journal }: DeskState): string {
  if (journal.waiting > 0) return fieldStatusText.waiting(journal.waiting);
  if (exchange.doneAt === undefined) return fieldStatusText.sending(0);
  const at = fieldStatusText.at(formatTime(new Date(exchange.doneAt).toISOString()));
  return `${fieldStatusText.allSent} · ${at}`;
}

function troubleWords(ending: Ending | undefined): string {
  if (ending?.kind === 'signed-out') return fieldStatusText.signedOut;
  return ending?.kind === 'unreachable' ? fieldStatusText.offline : fieldStatusText.busy;
}
