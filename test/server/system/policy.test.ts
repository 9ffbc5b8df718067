import {
  judgeBackup,
  judgeCertificate,
  judgeClock,
  judgeDisk,
  judgeDrill,
  judgeLate,
  judgeQuarantine,
} from '@patuh/server/features/system/policy';
import { describe, expect, it } from 'vitest';

const NOW = new Date('2026-11-22T05:00:00.000Z');
const GB = 1_000_000_000;

function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000);
}

describe('what is good and what is not', () => {
  it.each([
    [50 * GB, 100 * GB, 'good'],
    [9 * GB, 100 * GB, 'attention'],
    [4 * GB, 20 * GB, 'attention'],
    [4 * GB, 100 * GB, 'bad'],
    [0.9 * GB, 8 * GB, 'bad'],
    [null, null, 'unknown'],
  ] as const)('a disk with %s of %s bytes free is %s', (free, total, judgement) => {
    expect(judgeDisk(free, total)).toBe(judgement);
  });

  it.each([
    [0, 0, 'good'],
    [6_000, 0, 'attention'],
    [-61_000, 0, 'bad'],
    [0, 1, 'bad'],
  ] as const)('a database %s ms ahead and a last event %s ms ahead is %s', (database, event, judgement) => {
    const at = (ms: number): Date => new Date(NOW.getTime() + ms);
    expect(judgeClock({ server: NOW, database: at(database), lastAuditEvent: at(event) })).toBe(judgement);
  });

  it.each([
    [null, null, 'bad'],
    [null, 0, 'attention'],
    [1, null, 'good'],
    [3, 0, 'attention'],
    [9, 0, 'bad'],
  ] as const)('a backup %s days ago, and one by the server %s days ago, is %s', (byHand, automatic, judgement) => {
    const moment = (days: number | null): Date | null => (days === null ? null : daysAgo(days));
    expect(judgeBackup({ byHand: moment(byHand), automatic: moment(automatic) }, NOW)).toBe(judgement);
  });

  it('asks for a drill that never was, or is half a year old', () => {
    expect([null, daysAgo(200), daysAgo(30)].map((last) => judgeDrill(last, NOW))).toEqual([
      'attention',
      'attention',
      'good',
    ]);
  });

  it.each([
    [null, 'unknown'],
    [-30, 'good'],
    [-13, 'attention'],
    [-2, 'bad'],
    [1, 'bad'],
  ] as const)('a certificate whose end was %s days ago is %s', (days, judgement) => {
    expect(judgeCertificate(days === null ? null : daysAgo(days), NOW)).toBe(judgement);
  });

  it('lets a late change wait three days, and nothing in quarantine go unseen', () => {
    expect([null, daysAgo(2), daysAgo(4)].map((oldest) => judgeLate(oldest, NOW))).toEqual([
      'good',
      'good',
      'attention',
    ]);
    expect([0, 1].map(judgeQuarantine)).toEqual(['good', 'attention']);
  });
});
