import type { OneTimeLink } from '@patuh/shared/contracts/people';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

import { peopleText } from '../../text/id/people.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { formatMoment } from '../../ui/moment.ts';

const text = peopleText.link;

interface LinkPanelProps {
  readonly name: string;
  readonly link: OneTimeLink;
  /** How one goes on; the link is gone then. */
  readonly done: ReactNode;
}

/** A one-time link, shown this once. */
export function LinkPanel({ name, link, done }: LinkPanelProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      <p>{text.body(name)}</p>
      <CopyText
        id="tautan-sekali-pakai"
        text={link.url}
        label={text.label}
        button={text.copy}
        copied={text.copied}
        selected={text.selected}
        rows={2}
      />
      <p className="small soft">{text.until(formatMoment(link.expiresAt))}</p>
      <p>{done}</p>
    </div>
  );
}
