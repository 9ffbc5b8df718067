import type { PageContext } from '@patuh/shared/contracts/pages';
import { readyAddress, type ReadyPage } from '@patuh/shared/contracts/ready';
import type { Instrument } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { readyText as text } from '../../text/id/ready.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { Notice } from '../../ui/notice.tsx';
import { YearSwitch } from '../../ui/year-switch.tsx';
import { AtHand } from './at-hand.tsx';
import { bySubject, type SubjectGroup } from './by-subject.ts';
import { fullAddress, whatsAppLink } from './share.ts';
import { subjectAnchor, SubjectSection } from './subject-section.tsx';
import { Templates } from './templates.tsx';

/** What a unit of this kind may prepare before it is visited in this year. Nothing on it is about a single unit. */
export function readyView({ instrument, year, years, kind }: ReadyPage, context: PageContext): PageView {
  const title = text.title(kind.shortName, year);
  const address = fullAddress(readyAddress(year, kind.slug), context);
  const groups = bySubject(instrument, kind.id);
  return {
    title,
    description: text.description(kind.shortName, year),
    section: null,
    body: (
      <div className="ready">
        <Breadcrumb
          crumbs={[
            { label: text.homeCrumb, href: '/' },
            { label: text.name, href: `/siap-dikunjungi/${year}` },
            { label: `${kind.shortName} ${year}` },
          ]}
        />
        <header className="page-head stack">
          <h1>
            {text.indexTitle(year)}
            <span className="page-head__place">{kind.shortName}</span>
          </h1>
          <p className="lead">{text.lead}</p>
          <p className="ready-actions no-print">
            <a className="button" href={whatsAppLink(title, address)}>
              {text.shareLabel}
            </a>
            <a className="button button--quiet" href={`/siap-dikunjungi/${year}`}>
              {text.otherKinds}
            </a>
            <span className="small soft">{text.printHint}</span>
          </p>
          <YearSwitch years={years} current={year} hrefOf={(other) => readyAddress(other, kind.slug)} />
          <Contents groups={groups} />
        </header>
        <Unofficial instrument={instrument} year={year} />
        <AtHand groups={groups} />
        {groups.map((group) => (
          <SubjectSection key={group.subject} group={group} year={year} kind={kind} />
        ))}
        <TheDay />
        <Templates />
        <p className="ready-address small">
          {text.addressLabel}: {address}
        </p>
      </div>
    ),
  };
}

function Contents({ groups }: { readonly groups: readonly SubjectGroup[] }): ReactElement {
  const parts = [
    ['siapkan', text.handTitle],
    ...groups.map(({ subject }) => [subjectAnchor(subject), text.subjects[subject].title] as const),
    ['hari', text.dayTitle],
    ['contoh', text.templatesTitle],
  ] as const;
  return (
    <nav className="no-print" aria-label={text.contents}>
      <ul className="inline-list">
        {parts.map(([id, label]) => (
          <li key={id}>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Unofficial({
  instrument: { title, assumptions },
  year,
}: {
  readonly instrument: Instrument;
  readonly year: number;
}): ReactElement | null {
  if (assumptions.length === 0) return null;
  return (
    <Notice title={text.unofficialTitle} tone="caution">
      <p>{text.unofficialBody(title)}</p>
      <p className="no-print">
        <a href={`/metodologi/${year}#anggapan`}>{text.assumptions}</a> ·{' '}
        <a href={`/metodologi/${year}`}>{text.method}</a>
      </p>
    </Notice>
  );
}

function TheDay(): ReactElement {
  return (
    <section className="section" aria-labelledby="hari">
      <h2 id="hari">{text.dayTitle}</h2>
      <ul>
        {text.day.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
