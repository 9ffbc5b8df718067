import { getSystemHealth, type SystemHealth } from '@patuh/shared/contracts/system';
import type { ReactElement, ReactNode } from 'react';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { systemText } from '../../text/id/system.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formatBytes, formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';

type Judgement = SystemHealth['disk']['judgement'];

const MINUTE_MS = 60_000;

/** What whoever runs the server should see at a glance, and what to do. */
export function SystemArea(): ReactElement {
  const health = useAnswer(getSystemHealth, {}, { refetchInterval: MINUTE_MS });
  return (
    <AppPage title={systemText.title} lead={systemText.lead}>
      <Answer of={health}>{(data) => <Health health={data} />}</Answer>
      <p>
        <button
          type="button"
          className="button button--quiet"
          disabled={health.isFetching}
          onClick={() => void health.refetch()}
        >
          {systemText.again}
        </button>
      </p>
    </AppPage>
  );
}

function Health({ health }: { readonly health: SystemHealth }): ReactElement {
  const { version, disk, clock, backup, drill, certificate, lateChanges, quarantine } = health;
  const judged = [disk, clock, backup, drill, certificate, lateChanges, quarantine];
  const open = judged.filter(({ judgement }) => judgement === 'attention' || judgement === 'bad').length;
  return (
    <>
      <div role="status">
        <Notice tone={open === 0 ? 'info' : 'caution'}>
          <p>{open === 0 ? systemText.allGood : systemText.toDo(open)}</p>
        </Notice>
      </div>
      <div className="health">
        <Part words={systemText.disk} judgement={disk.judgement}>
          {disk.freeBytes === null || disk.totalBytes === null
            ? systemText.disk.unknown
            : systemText.disk.figure(formatBytes(disk.freeBytes), formatBytes(disk.totalBytes))}
        </Part>
        <Part words={systemText.backup} judgement={backup.judgement}>
          <Moment label={systemText.backup.last} at={backup.lastAt} />
          {backup.automatic === true ? <span className="small">{systemText.backup.automatic}</span> : null}
        </Part>
        <Part words={systemText.drill} judgement={drill.judgement}>
          <Moment label={systemText.drill.last} at={drill.lastAt} />
        </Part>
        <Part words={systemText.clock} judgement={clock.judgement}>
          <Moment label={systemText.clock.server} at={clock.server} />
          <Moment label={systemText.clock.database} at={clock.database} />
          <Moment label={systemText.clock.lastEvent} at={clock.lastAuditEvent} />
        </Part>
        <Part
          words={systemText.certificate}
          judgement={certificate.judgement}
          {...(certificate.host === null && { todo: '' })}
        >
          {certificate.host === null ? (
            systemText.certificate.noHttps
          ) : (
            <>
              <span>
                {systemText.certificate.host}: {certificate.host}
              </span>
              {certificate.validUntil === null ? null : (
                <Moment label={systemText.certificate.until} at={certificate.validUntil} />
              )}
            </>
          )}
        </Part>
        <Part words={systemText.late} judgement={lateChanges.judgement}>
          <span>{systemText.late.figure(lateChanges.waiting)}</span>
          {lateChanges.oldestAt === null ? null : <Moment label={systemText.late.oldest} at={lateChanges.oldestAt} />}
        </Part>
        <Part words={systemText.quarantine} judgement={quarantine.judgement}>
          {systemText.quarantine.figure(quarantine.changes)}
        </Part>
        <section className="panel" aria-labelledby="versi">
          <h2 id="versi">{systemText.versions}</h2>
          <dl className="fact-list">
            <dt>{systemText.patuh}</dt>
            <dd>{version.patuh}</dd>
            <dt>{systemText.node}</dt>
            <dd>{version.node}</dd>
            <dt>{systemText.postgres}</dt>
            <dd>{version.postgres}</dd>
            <dt>{systemText.schema}</dt>
            <dd className="mono">{version.schema}</dd>
            <dt>{systemText.since}</dt>
            <dd>{formatMoment(health.startedAt)}</dd>
          </dl>
        </section>
      </div>
    </>
  );
}

interface PartProps {
  readonly words: { readonly title: string; readonly todo: Readonly<Record<Judgement, string>> };
  readonly judgement: Judgement;
  /** Instead of what the judgement says. */
  readonly todo?: string;
  readonly children: ReactNode;
}

/** One thing that is watched: the judgement in words, the figures, and what to do. */
function Part({ words, judgement, todo = words.todo[judgement], children }: PartProps): ReactElement {
  const id = `sistem-${words.title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <section className={`panel health__part health__part--${judgement}`} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className="health__judgement">
        <span aria-hidden="true">{SIGNS[judgement]}</span> {systemText.judgement[judgement]}
      </p>
      <div className="health__figures">{children}</div>
      {todo === '' ? null : <p>{todo}</p>}
    </section>
  );
}

/** Never by colour alone. */
const SIGNS = { good: '✓', attention: '!', bad: '✕', unknown: '?' } as const satisfies Record<Judgement, string>;

function Moment({ label, at }: { readonly label: string; readonly at: string | null }): ReactElement {
  return (
    <span>
      {label}: {at === null ? systemText.none : formatMoment(at)}
    </span>
  );
}
