import {
  type AuditFault,
  auditFaultInEnglish,
  followChain,
  type FollowedChain,
  headFault,
} from '@patuh/shared/audit/chain';
import type { AuditOffice } from '@patuh/shared/audit/event';

import { inSnapshot, type Pooled, type Reader } from '@patuh/server/platform/database';
import { StartError } from '@patuh/server/platform/start-error';
import {
  isPublishing,
  type PrintedHead,
  printedHeadsOf,
  printedKey,
  type PublishedFault,
  publishedFaultInEnglish,
  publishedFaults,
  type PublishingEvent,
} from './published.ts';
import { auditEventsAfter, auditHead, auditOffices, hasAudit, publicationTexts } from './queries.ts';

export interface OfficeReport {
  readonly office: AuditOffice;
  /** Number of events up to where the chain was followed. */
  readonly events: number;
  /** Hash of the last of them. */
  readonly head: string | null;
  /** The first broken link. */
  readonly fault: AuditFault | undefined;
}

export interface AuditReport {
  readonly ok: boolean;
  readonly offices: readonly OfficeReport[];
  readonly publications: number;
  readonly published: readonly PublishedFault[];
  /** Heads that somebody noted once and that no chain holds now: it was written anew. */
  readonly lostHeads: readonly string[];
}

/** What is collected on the way along all chains. */
interface Found {
  readonly publishing: PublishingEvent[];
  readonly lostHeads: Set<string>;
  /** Heads printed in publications that no chain was found to hold yet. */
  readonly printedHeads: Map<string, PrintedHead>;
}

/** So many events are in memory at once. */
const PIECE = 2_000;

/**
 * Follows the chain of every office from its first event to its head, and compares publications with the events of their
 * making and with the heads they print, all as of one moment. Changes nothing. Throws a StartError on a database from before there was an audit.
 */
export function verifyAudit(db: Pooled, notedHeads: readonly string[] = []): Promise<AuditReport> {
  return inSnapshot(db, async (reader) => {
    if (!(await hasAudit(reader))) {
      throw new StartError('This database has no audit yet: start this version of Patuh on it once (npm start).');
    }
    return await verifyAuditWithin(reader, notedHeads);
  });
}

/** The same inside a transaction of the caller, on a database that has an audit. */
export async function verifyAuditWithin(reader: Reader, notedHeads: readonly string[] = []): Promise<AuditReport> {
  const publications = await publicationTexts(reader);
  const printedHeads = new Map(printedHeadsOf(publications).map((head) => [printedKey(head), head]));
  const found: Found = { publishing: [], lostHeads: new Set(notedHeads), printedHeads };
  const offices: OfficeReport[] = [];
  for (const office of await auditOffices(reader)) offices.push(await followOffice(reader, office, found));
  const published = [
    ...publishedFaults(publications, found.publishing),
    ...[...found.printedHeads.values()].map((head) => ({ problem: 'printed-head' as const, head })),
  ];
  const lostHeads = [...found.lostHeads];
  return {
    ok: published.length + lostHeads.length === 0 && offices.every(({ fault }) => fault === undefined),
    offices,
    publications: publications.length,
    published,
    lostHeads,
  };
}

/** What does not hold, one sentence each, the first broken link of every office among them. */
export async function auditFaultsWithin(reader: Reader): Promise<readonly string[]> {
  const { offices, published } = await verifyAuditWithin(reader);
  return [
    ...offices.flatMap(({ office, fault }) =>
      fault === undefined ? [] : [`chain ${office} BROKEN: ${auditFaultInEnglish(fault)}`],
    ),
    ...published.map(publishedFaultInEnglish),
  ];
}

/** Behind a broken link the chain says nothing more, but what the events say of publications is still collected. */
async function followOffice(db: Reader, office: AuditOffice, found: Found): Promise<OfficeReport> {
  let chain: FollowedChain = { office, last: null };
  let fault: AuditFault | undefined;
  let after = Number.MIN_SAFE_INTEGER;
  while (true) {
    const events = await auditEventsAfter(db, office, after, PIECE);
    for (const event of events) {
      if (isPublishing(event)) found.publishing.push(event);
      const step = fault === undefined ? followChain(chain, event) : undefined;
      if (step?.kind === 'broken') ({ fault } = step);
      if (step?.kind !== 'holds') continue;
      ({ chain } = step);
      found.lostHeads.delete(event.hash);
      found.printedHeads.delete(printedKey(event));
    }
    const last = events.at(-1);
    if (last === undefined) break;
    after = last.sequence;
  }
  fault ??= headFault(chain, await auditHead(db, office));
  return { office, events: chain.last?.sequence ?? 0, head: chain.last?.hash ?? null, fault };
}
