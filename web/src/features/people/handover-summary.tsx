import type { HandedOver } from '@patuh/shared/contracts/handover';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { useGrantWords } from '../../platform/grant-words.ts';
import { handoverText } from '../../text/id/handover.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { formatDate } from '../../ui/number.ts';
import { FieldDevices } from './field-devices.tsx';

const text = handoverText.done;

/** The paper that both keep: who handed what to whom. */
export function HandoverSummary({ done }: { readonly done: HandedOver }): ReactElement {
  const words = useGrantWords();
  return (
    <AppPage title={text.title} lead={text.lead}>
      <p className="no-print">
        <button type="button" className="button" onClick={() => window.print()}>
          {text.print}
        </button>{' '}
        <Link className="button button--quiet" href="/kantor/orang">
          {text.back}
        </Link>
      </p>
      <dl className="fact-list">
        <dt>{text.person}</dt>
        <dd>{done.person}</dd>
        <dt>{text.lastDay}</dt>
        <dd>{formatDate(done.lastDay)}</dd>
        <dt>{text.by}</dt>
        <dd>{done.by}</dd>
        <dt>{text.at}</dt>
        <dd>{formatMoment(done.at)}</dd>
        <dt>{text.taken}</dt>
        <dd>{done.taken.length === 0 ? text.none : done.taken.map(words).join(', ')}</dd>
        <dt>{text.account}</dt>
        <dd>{accountWords(done)}</dd>
      </dl>
      <Lines
        title={text.teams}
        lines={done.teams.map(({ name, periodName, to }) => text.teamLine(name, periodName, to))}
      />
      <Lines
        title={text.units}
        lines={done.units.map(({ unitName, governmentName, to }) => text.unitLine(unitName, governmentName, to))}
      />
      {done.fieldDevices.length === 0 ? null : (
        <section className="section">
          <h2>{text.devices}</h2>
          <FieldDevices devices={done.fieldDevices} />
        </section>
      )}
    </AppPage>
  );
}

function accountWords({ closed, signedOut }: HandedOver): string {
  if (closed) return text.closed;
  return signedOut ? text.signedOut : text.open;
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement {
  return (
    <section className="section">
      <h2>{title}</h2>
      {lines.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
