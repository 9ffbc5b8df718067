import type { SystemHealth } from '@patuh/shared/contracts/system';

/** When a figure about the system is good, asks for attention, or is bad. What to do about it the page says. */
export type Judgement = SystemHealth['disk']['judgement'];

const GB = 1_000_000_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A database that finds no room stops, so there must be some left while somebody makes more. */
export function judgeDisk(free: number | null, total: number | null): Judgement {
  if (free === null || total === null) return 'unknown';
  if (free < GB || free < total * 0.05) return 'bad';
  return free < 5 * GB || free < total * 0.1 ? 'attention' : 'good';
}

interface Clocks {
  readonly server: Date;
  readonly database: Date;
  readonly lastAuditEvent: Date | null;
}

/** Nothing can be written while the clock stands before the last event of the audit. */
export function judgeClock({ server, database, lastAuditEvent }: Clocks): Judgement {
  const apart = Math.abs(server.getTime() - database.getTime());
  if (lastAuditEvent !== null && server < lastAuditEvent) return 'bad';
  if (apart > MINUTE_MS) return 'bad';
  return apart > 5_000 ? 'attention' : 'good';
}

interface Backups {
  readonly byHand: Date | null;
  readonly automatic: Date | null;
}

/** Daily is the aim. What the server keeps by itself before a migration lies on the same disk and holds no keys. */
export function judgeBackup({ byHand, automatic }: Backups, now: Date): Judgement {
  if (byHand === null) return automatic === null ? 'bad' : 'attention';
  const days = (now.getTime() - byHand.getTime()) / DAY_MS;
  if (days > 8) return 'bad';
  return days > 2 ? 'attention' : 'good';
}

/** A backup that nobody ever restored is a hope; twice a year is enough to know. */
export function judgeDrill(last: Date | null, now: Date): Judgement {
  if (last === null) return 'attention';
  return now.getTime() - last.getTime() > 183 * DAY_MS ? 'attention' : 'good';
}

export function judgeCertificate(validUntil: Date | null, now: Date): Judgement {
  if (validUntil === null) return 'unknown';
  const days = (validUntil.getTime() - now.getTime()) / DAY_MS;
  if (days < 3) return 'bad';
  return days < 14 ? 'attention' : 'good';
}

/** Somebody in the field waits for the decision. */
export function judgeLate(oldest: Date | null, now: Date): Judgement {
  if (oldest === null) return 'good';
  return now.getTime() - oldest.getTime() > 3 * DAY_MS ? 'attention' : 'good';
}

/** Answers that fit no assessment were sent by somebody: they are looked at, never thrown away. */
export function judgeQuarantine(changes: number): Judgement {
  return changes === 0 ? 'good' : 'attention';
}
