import type { OneTimeLink } from '@patuh/shared/contracts/people';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

import { peopleText } from '../../text/id/people.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { SendByWhatsApp } from './send-by-whatsapp.tsx';

const text = peopleText.link;

interface LinkPanelProps {
  readonly name: string;
  /** The first way in, or a new one for somebody who lost theirs. */
  readonly purpose: 'welcome' | 'reset';
  readonly link: OneTimeLink;
  /** How one goes on; the link is gone then. */
  readonly done: ReactNode;
}

/** A one-time link, shown this once. */
export function LinkPanel({ name, purpose, link, done }: LinkPanelProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const until = formatMoment(link.expiresAt);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="panel">
      <h2 ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      <p>{text.body(name)}</p>
      <SendByWhatsApp message={text.message[purpose]({ name, url: link.url, until })} />
      <CopyText
        id="tautan-sekali-pakai"
        text={link.url}
        label={text.label}
        button={text.copy}
        copied={text.copied}
        selected={text.selected}
        rows={2}
      />
      <p className="small soft">{text.until(until)}</p>
      <p className="small soft">{text.lost}</p>
      <p>{done}</p>
    </div>
  );
}
