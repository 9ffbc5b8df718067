import type { AuditEvent } from '@patuh/shared/audit/event';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { publicationHash } from '@patuh/shared/publication/hash';
import { PublicationFile } from '@patuh/shared/publication/payload';

import type { StoredText } from './queries.ts';

/** What the audit says about publications, and what of the publications contradicts it. */

/** An event that says that a publication was made. */
export type PublishingEvent = Pick<AuditEvent, 'office' | 'sequence' | 'subjectId' | 'beforeHash' | 'afterHash'>;

export type PublishedFault =
  | { readonly problem: 'no-event'; readonly id: string }
  | { readonly problem: 'several-events'; readonly id: string; readonly event: PublishingEvent }
  | { readonly problem: 'no-publication'; readonly event: PublishingEvent }
  /** What is stored is not what was published. */
  | {
      readonly problem: 'hash';
      readonly event: PublishingEvent;
      readonly found: string | null;
      readonly expected: string | null;
    }
  | {
      readonly problem: 'replaced';
      readonly event: PublishingEvent;
      readonly found: string | null;
      readonly expected: string | null;
    }
  /** The chain was written anew since: what it held when the publication was made is not in it. */
  | { readonly problem: 'printed-head'; readonly head: PrintedHead };

/** Where a chain stood when a publication was made, as the publication itself tells everybody. */
export interface PrintedHead {
  readonly publication: string;
  readonly office: string;
  readonly sequence: number;
  readonly hash: string;
}

export function printedKey({ office, sequence, hash }: Omit<PrintedHead, 'publication'>): string {
  return `${office} ${sequence} ${hash}`;
}

/** The heads that publications print; of a file that cannot be read none, it is a fault of its own. */
export function printedHeadsOf(publications: readonly StoredText[]): readonly PrintedHead[] {
  return publications.flatMap(({ id, bytes }) => {
    const payload = fileOf(bytes)?.payload;
    if (payload?.publicationKind !== 'computed') return [];
    return payload.auditHeads.map((head) => ({ ...head, publication: id }));
  });
}

export function isPublishing({ action, subjectKind }: AuditEvent): boolean {
  return subjectKind === 'publication' && action.startsWith('publication.');
}

/** Compares publications with the events of their making, in the order of the publications. */
export function publishedFaults(
  publications: readonly StoredText[],
  events: readonly PublishingEvent[],
): readonly PublishedFault[] {
  const eventsOf = Map.groupBy(events, ({ subjectId }) => subjectId);
  const known = new Map(publications.map((publication) => [publication.id, publication]));
  const faults = publications.flatMap((publication): readonly PublishedFault[] => {
    const [event, second] = eventsOf.get(publication.id) ?? [];
    if (event === undefined) return [{ problem: 'no-event', id: publication.id }];
    if (second !== undefined) return [{ problem: 'several-events', id: publication.id, event: second }];
    return [...contentFaults(publication, event), ...replacedFaults(publication, event, known)];
  });
  const lost = events.filter(({ subjectId }) => !known.has(subjectId));
  return [...faults, ...lost.map((event) => ({ problem: 'no-publication' as const, event }))];
}

/** Both what the row says of itself and what its bytes hash to: people are served the bytes. */
function contentFaults({ hash, bytes }: StoredText, event: PublishingEvent): readonly PublishedFault[] {
  const found = hash === event.afterHash ? hashOf(bytes) : hash;
  return found === event.afterHash ? [] : [{ problem: 'hash', event, found, expected: event.afterHash }];
}

function hashOf(bytes: string): string | null {
  const file = fileOf(bytes);
  return file === undefined ? null : publicationHash(file);
}

function fileOf(bytes: string): PublicationFile | undefined {
  try {
    return PublicationFile.safeParse(JSON.parse(bytes)).data;
  } catch {
    return undefined;
  }
}

function replacedFaults(
  { replaces }: StoredText,
  event: PublishingEvent,
  known: ReadonlyMap<string, StoredText>,
): readonly PublishedFault[] {
  const found = replaces === null ? null : (known.get(replaces)?.hash ?? null);
  return found === event.beforeHash ? [] : [{ problem: 'replaced', event, found, expected: event.beforeHash }];
}

/** One sentence, without a full stop. */
export function publishedFaultInEnglish(fault: PublishedFault): string {
  switch (fault.problem) {
    case 'no-event':
      return `publication ${fault.id}: has no event of its publishing`;
    case 'several-events':
      return `publication ${fault.id}: has more than one event of its publishing: also ${place(fault.event)}`;
    case 'no-publication':
      return `publication ${fault.event.subjectId}: is missing, but ${place(fault.event)} says that it was published`;
    case 'hash':
      return `publication ${fault.event.subjectId}: ${differs(fault)}`;
    case 'replaced':
      return `publication ${fault.event.subjectId}: what it replaces ${differs(fault)}`;
    case 'printed-head': {
      const { publication, office, sequence, hash } = fault.head;
      return `publication ${publication}: prints event ${sequence} of ${office} with the hash ${hash}, which the chain does not hold`;
    }
    default:
      return assertNever(fault);
  }
}

function place({ office, sequence }: PublishingEvent): string {
  return `event ${sequence} of ${office}`;
}

function differs({ event, found, expected }: Extract<PublishedFault, { expected: unknown }>): string {
  return `has ${found === null ? 'no hash' : `the hash ${found}`}, but ${place(event)} says ${expected ?? 'none'}`;
}
