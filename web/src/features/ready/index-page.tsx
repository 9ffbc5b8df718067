import type { PageContext } from '@patuh/shared/contracts/pages';
import { readyAddress, type ReadyIndexPage, type ReadyKind } from '@patuh/shared/contracts/ready';
import type { ReactElement } from 'react';

import type { PageView } from '../../page-view.ts';
import { readyText as text } from '../../text/id/ready.ts';
import { Breadcrumb } from '../../ui/breadcrumb.tsx';
import { YearSwitch } from '../../ui/year-switch.tsx';
import { Templates } from './templates.tsx';

const GROUPS = ['local', 'national'] as const;

/** Which year and which kind of unit. */
export function readyIndexView({ year, years, kinds }: ReadyIndexPage, _context: PageContext): PageView {
  return {
    title: text.indexTitle(year),
    description: text.indexDescription(year),
    section: null,
    body: (
      <>
        <Breadcrumb crumbs={[{ label: text.homeCrumb, href: '/' }, { label: text.indexTitle(year) }]} />
        <header className="page-head stack">
          <h1>{text.indexTitle(year)}</h1>
          <p className="lead">{text.indexLead}</p>
          <YearSwitch years={years} current={year} hrefOf={(other) => `/siap-dikunjungi/${other}`} />
        </header>
        {GROUPS.map((group) => (
          <section key={group} className="section" aria-labelledby={`kelompok-${group}`}>
            <h2 id={`kelompok-${group}`}>{text.groups[group]}</h2>
            <Kinds year={year} kinds={kinds.filter(({ counts }) => counts === group)} />
          </section>
        ))}
        <Templates />
      </>
    ),
  };
}

function Kinds({ year, kinds }: { readonly year: number; readonly kinds: readonly ReadyKind[] }): ReactElement {
  return (
    <ul className="grid ready-kinds">
      {kinds.map(({ slug, name, shortName }) => (
        <li key={slug}>
          <a href={readyAddress(year, slug)}>
            <strong>{shortName}</strong>
            <span className="small soft">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
