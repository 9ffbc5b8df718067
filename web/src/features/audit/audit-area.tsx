import { listAudit } from '@patuh/shared/contracts/audit';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { auditText } from '../../text/id/audit.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AuditDownload } from './audit-download.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { type AuditQuery, officeIn, queryIn, searchOf } from './audit-query.ts';
import { ChainCheck } from './chain-check.tsx';

/** The audit of one office, newest first; what is looked at stands in the address. */
export function AuditArea(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const own = me.grants.find(({ role, scope }) => role === 'head' && scope.kind === 'province')?.scope;
  const office = officeIn(search) ?? (own?.kind === 'province' ? own.code : 'pusat');
  const query = queryIn(search);
  const isFiltered = Object.values(query).some((value) => value !== undefined);
  const begins = Number(search.get('sebelum') ?? Number.NaN);
  const before = Number.isInteger(begins) ? begins : undefined;
  const page = useAnswer(listAudit, { params: { office }, query: { ...query, before } });
  const show = (wanted: string, asked: AuditQuery, from?: number): void => setSearch(searchOf(wanted, asked, from));
  return (
    <AppPage title={auditText.title} lead={auditText.lead}>
      <Answer of={page}>
        {(data) => (
          <>
            <AuditFilter
              key={search.toString()}
              offices={data.offices}
              office={office}
              query={query}
              name={nameOf(data.lines, query.subject)}
              onShow={show}
            />
            {data.head === null || isFiltered ? null : (
              <div className="audit-head">
                <p>
                  {auditText.head(data.head.sequence)} <code>{data.head.hash}</code>
                </p>
                <p className="small soft">{auditText.headHint}</p>
              </div>
            )}
            <div className="actions">
              <ChainCheck key={office} office={office} />
              <AuditDownload office={office} query={query} />
            </div>
            {data.lines.length === 0 ? <Nothing filtered={isFiltered} /> : null}
            <ol className="audit">
              {data.lines.map((line) => (
                <AuditEntry key={line.sequence} line={line} onOnly={(subject) => show(office, { subject })} />
              ))}
            </ol>
            <div className="actions">
              {before === undefined ? null : (
                <button type="button" className="button button--quiet" onClick={() => show(office, query)}>
                  {auditText.newest}
                </button>
              )}
              {data.more ? (
                <button
                  type="button"
                  className="button button--quiet"
                  onClick={() => {
                    show(office, query, data.lines.at(-1)?.sequence);
                    window.scrollTo(0, 0);
                  }}
                >
                  {auditText.older}
                </button>
              ) : null}
            </div>
          </>
        )}
      </Answer>
    </AppPage>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }): ReactElement {
  return (
    <EmptyState title={filtered ? auditText.nothing : auditText.empty}>
      <p>{filtered ? auditText.nothingBody : auditText.emptyBody}</p>
    </EmptyState>
  );
}

/** What the filtered thing is called, by what the lines themselves say; else its id. */
function nameOf(
  lines: readonly {
    readonly subject: { readonly id: string; readonly label: string | null };
    readonly actor: { readonly id: string; readonly name: string | null };
  }[],
  id: string | undefined,
): string {
  const asSubject = lines.find(({ subject }) => subject.id === id)?.subject.label;
  const asActor = lines.find(({ actor }) => actor.id === id)?.actor.name;
  return asSubject ?? asActor ?? id ?? '';
}
