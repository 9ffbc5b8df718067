import { auditFaultInEnglish, verifyAuditChain } from '@patuh/shared/audit/chain';
import type { AuditEvent } from '@patuh/shared/audit/event';
import { auditHash } from '@patuh/shared/audit/hash';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aChain } from '../../support/audit-events.ts';

const LENGTH = 12;
const { events, head } = aChain(LENGTH);

function fault(given: readonly unknown[], end = head): string | undefined {
  const found = verifyAuditChain('pusat', given as readonly AuditEvent[], end);
  return found === undefined ? undefined : auditFaultInEnglish(found);
}

/** An event changed by somebody who knows how hashes are made. */
function forged(event: AuditEvent, change: Partial<AuditEvent>): AuditEvent {
  const { hash: _hash, ...content } = { ...event, ...change };
  return { ...content, hash: auditHash(content) };
}

const index = fc.nat(LENGTH - 1);
const field = fc.constantFrom(...(Object.keys(events[0]!) as (keyof AuditEvent)[]));
const RUNS = { numRuns: 500 };

describe('an audit chain', () => {
  it('holds as it was written', () => {
    expect(fault(events)).toBeUndefined();
  });

  it('holds where nothing was ever written', () => {
    expect(verifyAuditChain('pusat', [], null)).toBeUndefined();
  });

  it('shows any field of any event that was changed, at that event', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant('c'.repeat(64)), fc.object());
    fc.assert(
      fc.property(index, field, value, (at, name, changed) => {
        fc.pre(JSON.stringify(changed) !== JSON.stringify(events[at]![name]));
        const found = verifyAuditChain('pusat', events.with(at, { ...events[at]!, [name]: changed }), head);
        const named = found !== undefined && 'sequence' in found ? found.sequence : undefined;
        expect(found).toBeDefined();
        if (name !== 'sequence') expect(named).toBe(at + 1);
      }),
      RUNS,
    );
  });

  it('shows a changed detail, whatever was added, changed or removed in it', () => {
    fc.assert(
      fc.property(index, fc.constantFrom('chain', 'rows', 'more'), fc.integer(), (at, key, changed) => {
        const detail = { ...events[at]!.detail, [key]: changed };
        fc.pre(detail[key] !== events[at]!.detail[key]);
        const { [key]: _gone, ...without } = events[at]!.detail;
        expect(fault(events.with(at, { ...events[at]!, detail }))).toContain(`event ${at + 1}: was changed`);
        if (key === 'more') return;
        expect(fault(events.with(at, { ...events[at]!, detail: without }))).toContain(`event ${at + 1}: was changed`);
      }),
      RUNS,
    );
  });

  it('shows an event that was changed by somebody who made its hash anew', () => {
    fc.assert(
      fc.property(index, (at) => {
        const other = forged(events[at]!, { actor: 'verify' });
        const found = fault(events.with(at, other));
        if (at === LENGTH - 1)
          expect(found).toMatch(/^the chain ends with event 12, hash .*, but its head says event 12/);
        else
          expect(found).toContain(
            `event ${at + 2}: follows ${events[at]!.hash}, but the event before it is ${other.hash}`,
          );
      }),
      RUNS,
    );
  });

  it('shows events that are missing, at their place or by the head', () => {
    fc.assert(
      fc.property(index, fc.integer({ min: 1, max: LENGTH }), (at, count) => {
        const found = fault(events.toSpliced(at, count));
        const atTheEnd = at + count >= LENGTH;
        expect(found).toContain(atTheEnd ? 'the chain ends with' : `event ${at + 1} is missing`);
      }),
      RUNS,
    );
  });

  it('shows any other order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: LENGTH }), (shuffled) => {
        const first = shuffled.findIndex(({ sequence }, place) => sequence !== place + 1);
        if (first === -1) expect(fault(shuffled)).toBeUndefined();
        else expect(fault(shuffled)).toContain(`event ${first + 1}`);
      }),
      RUNS,
    );
  });

  it('shows an event that stands twice, wherever the second one stands', () => {
    fc.assert(
      fc.property(index, fc.nat(LENGTH), (at, place) => {
        expect(fault(events.toSpliced(place, 0, events[at]!))).toMatch(/event \d+/);
      }),
      RUNS,
    );
  });

  it('shows an event that was put in between, although its own hash is right', () => {
    const between = forged(events[4]!, { sequence: 6, previous: events[4]!.hash, subjectId: '53-2024-99' });
    expect(fault(events.toSpliced(5, 0, between))).toBe('event 6 stands where event 7 belongs');
  });

  it('shows an event of another office', () => {
    expect(fault(events.with(3, forged(events[3]!, { office: '53' as AuditEvent['office'] })))).toBe(
      'event 4: belongs to office 53, not to pusat',
    );
  });

  it('shows an event that is earlier than the one before it', () => {
    const early = forged(events[LENGTH - 1]!, { at: '2026-11-22T08:00:00.000Z' });
    expect(fault(events.with(LENGTH - 1, early), { sequence: LENGTH, hash: early.hash })).toBe(
      'event 12: is of 2026-11-22T08:00:00.000Z, but the event before it of 2026-11-22T09:00:11.000Z',
    );
  });

  it('shows a head without events and events without a head', () => {
    expect(fault([])).toBe(`the chain ends with nothing, but its head says event 12, hash ${head.hash}`);
    const found = verifyAuditChain('pusat', events, null);
    expect(found && auditFaultInEnglish(found)).toContain('but its head says nothing');
  });
});
