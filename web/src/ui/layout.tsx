import type { ReactElement, ReactNode } from 'react';

import { layoutText, SECTIONS, SITE_NAME, SITE_PURPOSE } from '../text/id/layout.ts';
import type { SectionKey } from '../text/id/layout.ts';
import { Mark } from './mark.tsx';

/**
 * How to build a public page with `ui/` (this is the map of the folder):
 *
 * A feature exports one function that returns a `PageView` (src/page-view.ts): title, description, section and body;
 * `pages.tsx` calls it. The body starts with `<Breadcrumb>`, then `<header className="page-head"><h1>…</h1></header>`,
 * then blocks as `<section className="section" aria-labelledby="…">`. Parts: `ZoneBadge` (the only way to show a zone),
 * `DataTable`/`Cell` (data-table.tsx; becomes cards on a phone), `Notice`, `Tag`, `YearSwitch`, `StatTile`,
 * `PositionInBand`, `ChartFrame`, `EmptyState`, `CopyText`; figures only through number.ts. Classes to arrange things:
 * `grid` (equal columns), `stack`, `inline-list`, `lead`, `small`, `soft`, `number`, `nowrap`, `mono`, `button`,
 * `button--quiet`, `no-print`, `needs-script`, `visually-hidden`. Feature styles lie in `features/<name>/<name>.css`,
 * imported by one line in `styles.css`, and use the tokens. No `style` attribute (the CSP blocks it): geometry is SVG
 * attributes. What must react in the browser is an island (platform/island.tsx); it works as links or GET forms first.
 */
interface PageLayoutProps {
  readonly section: SectionKey | null;
  /** Stands above everything on pages of invented figures, on the screen and on paper. */
  readonly mark: string | null;
  readonly children: ReactNode;
}

/** Skip link, header, main and footer around the body of a page. */
export function PageLayout({ section, mark, children }: PageLayoutProps): ReactElement {
  return (
    <>
      <a className="skip" href="#isi">
        {layoutText.skip}
      </a>
      <SiteHeader section={section} />
      <main id="isi" className="wrap" tabIndex={-1}>
        {mark === null ? null : <DemoMark mark={mark} />}
        {children}
        {mark === null ? null : <DemoMark mark={mark} />}
      </main>
      <SiteFooter />
    </>
  );
}

/** Also at the foot: whoever cuts out or prints the last page of a long table sees it too. */
function DemoMark({ mark }: { readonly mark: string }): ReactElement {
  return (
    <p className="demo-mark" role="note">
      <strong>{mark}.</strong> {layoutText.demo}
    </p>
  );
}

function SiteHeader({ section }: { readonly section: SectionKey | null }): ReactElement {
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="site-header__name" href="/">
          <Mark />
          <span className="site-header__word">{SITE_NAME}</span>
          <span className="site-header__purpose">{SITE_PURPOSE}</span>
        </a>
        <nav className="site-nav" aria-label={layoutText.mainNavigation}>
          <ul>
            {SECTIONS.map(({ key, href, label }) => (
              <li key={key}>
                <a href={href} {...(key === section ? { 'aria-current': 'true' as const } : {})}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function SiteFooter(): ReactElement {
  return (
    <footer className="site-footer">
      <div className="wrap">
        <p>{layoutText.footerAbout}</p>
        <p>{layoutText.footerHistory}</p>
        <p>{layoutText.footerLicence}</p>
        <nav className="no-print" aria-label={layoutText.footerLinks}>
          <ul>
            <li>
              <a href="/data">{layoutText.footerData}</a>
            </li>
            <li>
              <a href="/metodologi">{layoutText.footerMethod}</a>
            </li>
            <li>
              <a href="/siap-dikunjungi">{layoutText.footerReady}</a>
            </li>
            <li>
              <a href="/verifikasi">{layoutText.footerVerify}</a>
            </li>
            <li>
              <a href="/api/docs">{layoutText.footerApi}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
