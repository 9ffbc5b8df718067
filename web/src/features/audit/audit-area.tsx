import { AuditOffice } from '@patuh/shared/audit/event';
import { listAudit } from '@patuh/shared/contracts/audit';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { auditText } from '../../text/id/audit.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AuditEntry } from './audit-entry.tsx';
import { AuditFilter } from './audit-filter.tsx';

/** The audit of one office, newest first; what is looked at stands in the address. */
export function AuditArea(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const own = me.grants.find(({ role, scope }) => role === 'head' && scope.kind === 'province')?.scope;
  const chosen = AuditOffice.safeParse(search.get('kantor'));
  const office = chosen.success ? chosen.data : own?.kind === 'province' ? own.code : 'pusat';
  const subject = search.get('tentang') ?? undefined;
  const before = Number(search.get('sebelum') ?? Number.NaN);
  const query = { subject, before: Number.isInteger(before) ? before : undefined };
  const page = useAnswer(listAudit, { params: { office }, query });
  const show = (changed: { readonly kantor?: string; readonly tentang?: string; readonly sebelum?: string }): void =>
    setSearch(new URLSearchParams(Object.entries(changed).filter(([, value]) => value !== '')));
  return (
    <AppPage title={auditText.title} lead={auditText.lead}>
      <Answer of={page}>
        {(data) => (
          <>
            <AuditFilter
              offices={data.offices}
              office={office}
              subject={subject ?? ''}
              name={nameOf(data.lines, subject)}
              onShow={(kantor, tentang) => show({ kantor, tentang })}
            />
            {data.head === null || subject !== undefined ? null : (
              <div className="audit-head">
                <p>
                  {auditText.head(data.head.sequence)} <code>{data.head.hash}</code>
                </p>
                <p className="small soft">{auditText.headHint}</p>
              </div>
            )}
            {data.lines.length === 0 ? <Nothing filtered={subject !== undefined} /> : null}
            <ol className="audit">
              {data.lines.map((line) => (
                <AuditEntry key={line.sequence} line={line} onOnly={(tentang) => show({ kantor: office, tentang })} />
              ))}
            </ol>
            <div className="actions">
              {query.before === undefined ? null : (
                <button
                  type="button"
                  className="button button--quiet"
                  onClick={() => show({ kantor: office, tentang: subject ?? '' })}
                >
                  {auditText.newest}
                </button>
              )}
              {data.more ? (
                <button
                  type="button"
                  className="button button--quiet"
                  onClick={() => {
                    show({
                      kantor: office,
                      tentang: subject ?? '',
                      sebelum: String(data.lines.at(-1)?.sequence ?? ''),
                    });
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
