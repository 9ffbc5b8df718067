import type { WebCopy } from '@patuh/shared/contracts/evidence';
import type { ReactElement } from 'react';

import { officeEvidenceText } from '../../text/id/office-evidence.ts';
import { formatBytes, formatMoment } from '../../ui/moment.ts';

const { web: text, why: reasons } = officeEvidenceText;

/** What the server saw at a web address, and when. */
export function WebCopyLine({ copy }: { readonly copy: WebCopy }): ReactElement {
  return <p className={`small office-copy office-copy--${copy.state}`}>{sentence(copy)}</p>;
}

function sentence({ state, why, fetchedAt, status, title, size, finalUrl, url }: WebCopy): string {
  if (state === 'waiting' || fetchedAt === null) return text.waiting;
  const moment = formatMoment(fetchedAt);
  if (why !== null) return state === 'refused' ? text.refused(reasons[why]) : text.failed(moment, reasons[why]);
  const facts = [
    text.visited(moment, status ?? 0),
    title === null ? null : text.title(title),
    finalUrl === null || finalUrl === url ? null : text.ledTo(finalUrl),
    size === null ? null : formatBytes(size),
  ];
  return facts.filter((fact) => fact !== null).join(', ');
}
