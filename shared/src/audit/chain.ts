import { assertNever } from '../domain/assert-never.ts';
import { AuditEvent } from './event.ts';
import { auditHash } from './hash.ts';

/** Where a chain ends, as it is kept beside the events: without it nobody would miss the last ones. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The first place at which a chain does not hold. */
export type AuditFault =
  /** A field holds what no event may hold. */
  | { readonly problem: 'form'; readonly sequence: number; readonly field: string }
  | { readonly problem: 'office'; readonly sequence: number; readonly found: string; readonly expected: string }
  /** An event is missing, stands twice, or stands in another place. */
  | { readonly problem: 'sequence'; readonly found: number; readonly expected: number }
  | { readonly problem: 'hash'; readonly sequence: number; readonly found: string; readonly expected: string }
  | {
      readonly problem: 'previous';
      readonly sequence: number;
      readonly found: string | null;
      readonly expected: string | null;
    }
  | { readonly problem: 'time'; readonly sequence: number; readonly found: string; readonly earliest: string }
  /** The events end elsewhere than the head says; null where there is no event, or no head. */
  | { readonly problem: 'head'; readonly found: AuditHead | null; readonly expected: AuditHead | null };

/** How far a chain was followed: it held up to the event that `last` names. */
export interface FollowedChain {
  readonly office: string;
  readonly last: (AuditHead & { readonly at: string }) | null;
}

export type ChainStep =
  | { readonly kind: 'holds'; readonly chain: FollowedChain }
  | { readonly kind: 'broken'; readonly fault: AuditFault };

/** Follows a chain by one event. A long chain is followed in pieces, so that it need not be in memory at once. */
export function followChain({ office, last }: FollowedChain, event: AuditEvent): ChainStep {
  const fault =
    formFault(event) ?? placeFault(event, office, (last?.sequence ?? 0) + 1) ?? linkFault(event, last) ?? null;
  if (fault !== null) return { kind: 'broken', fault };
  const { sequence, hash, at } = event;
  return { kind: 'holds', chain: { office, last: { sequence, hash, at } } };
}

/** What is wrong with the end of a chain that held so far; undefined if it ends where the head says. */
export function headFault({ last }: FollowedChain, head: AuditHead | null): AuditFault | undefined {
  if (last?.sequence === head?.sequence && last?.hash === head?.hash) return undefined;
  const found = last === null ? null : { sequence: last.sequence, hash: last.hash };
  return { problem: 'head', found, expected: head };
}

/**
 * Judges the whole chain of one office, in the order in which the events are given. Returns the first fault, undefined
 * if everything holds.
 */
export function verifyAuditChain(
  office: string,
  events: readonly AuditEvent[],
  head: AuditHead | null,
): AuditFault | undefined {
  let chain: FollowedChain = { office, last: null };
  for (const event of events) {
    const step = followChain(chain, event);
    if (step.kind === 'broken') return step.fault;
    chain = step.chain;
  }
  return headFault(chain, head);
}

/** What comes from a database that somebody tampered with has only the type of an event. */
function formFault(event: AuditEvent): AuditFault | undefined {
  const parsed = AuditEvent.safeParse(event);
  if (parsed.success) return undefined;
  return { problem: 'form', sequence: event.sequence, field: String(parsed.error.issues[0]?.path[0] ?? 'event') };
}

function placeFault(event: AuditEvent, office: string, expected: number): AuditFault | undefined {
  const { sequence } = event;
  if (event.office !== office) return { problem: 'office', sequence, found: event.office, expected: office };
  return sequence === expected ? undefined : { problem: 'sequence', found: sequence, expected };
}

function linkFault(event: AuditEvent, last: FollowedChain['last']): AuditFault | undefined {
  const { hash: found, ...content } = event;
  const { sequence, previous, at } = event;
  const expected = auditHash(content);
  if (found !== expected) return { problem: 'hash', sequence, found, expected };
  const before = last?.hash ?? null;
  if (previous !== before) return { problem: 'previous', sequence, found: previous, expected: before };
  // Both are UTC in one and the same form, so their texts stand in the order of their moments.
  if (last !== null && at < last.at) return { problem: 'time', sequence, found: at, earliest: last.at };
  return undefined;
}

/** One sentence, without a full stop. */
export function auditFaultInEnglish(fault: AuditFault): string {
  switch (fault.problem) {
    case 'form':
      return `event ${fault.sequence}: ${fault.field} holds what no event may hold`;
    case 'office':
      return `event ${fault.sequence}: belongs to office ${fault.found}, not to ${fault.expected}`;
    case 'sequence':
      return fault.found > fault.expected
        ? `event ${fault.expected} is missing: event ${fault.found} stands in its place`
        : `event ${fault.found} stands where event ${fault.expected} belongs`;
    case 'hash':
      return `event ${fault.sequence}: was changed: it says its hash is ${fault.found}, but what it holds has the hash ${fault.expected}`;
    case 'previous':
      return `event ${fault.sequence}: follows ${named(fault.found)}, but the event before it is ${named(fault.expected)}; one of the two was replaced`;
    case 'time':
      return `event ${fault.sequence}: is of ${fault.found}, but the event before it of ${fault.earliest}`;
    case 'head':
      return `the chain ends with ${endOf(fault.found)}, but its head says ${endOf(fault.expected)}`;
    default:
      return assertNever(fault);
  }
}

function named(hash: string | null): string {
  return hash ?? 'nothing';
}

function endOf(head: AuditHead | null): string {
  return head === null ? 'nothing' : `event ${head.sequence}, hash ${head.hash}`;
}
