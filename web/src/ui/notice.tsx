import type { ReactElement, ReactNode } from 'react';

interface NoticeProps {
  readonly title?: string;
  /** `info` explains; `caution` warns of a wrong conclusion. */
  readonly tone?: 'info' | 'caution';
  readonly children: ReactNode;
}

/** A remark beside the figures that a reader must not miss. */
export function Notice({ title, tone = 'info', children }: NoticeProps): ReactElement {
  return (
    <div className={tone === 'caution' ? 'notice notice--caution' : 'notice'} role="note">
      {title === undefined ? null : <p className="notice__title">{title}</p>}
      {children}
    </div>
  );
}

/** A short mark such as "disimpulkan" or "belum resmi"; a link where an explanation stands on the page. */
export function Tag({ href, children }: { readonly href?: string; readonly children: ReactNode }): ReactElement {
  if (href === undefined) return <span className="tag">{children}</span>;
  return (
    <a className="tag" href={href}>
      {children}
    </a>
  );
}
