import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { sql } from 'kysely';

import { AuditEntry, type AuditEvent, type AuditOffice } from '@patuh/shared/audit/event';
import { auditHash } from '@patuh/shared/audit/hash';

import type { Writer } from './database.ts';
import { StartError } from './start-error.ts';

/** Servers that share a database differ by a moment, and a clock that is being set right steps back by one. */
const PATIENCE_MS = 1_000;
/** A timer may ring a millisecond early. */
const TIMER_MS = 1;

/** Nothing is written while the clock is wrong: an event of the past could not be told from a forged one. */
export class ClockBehind extends StartError {
  override readonly name = 'ClockBehind';
}

/**
 * Says in the audit what this transaction did. To be the last thing in it: from here to the commit everybody else who
 * writes for the same office waits. A transaction writes for one office only, else two of them could wait for each other.
 * `now` is asked when it is this event's turn. Throws ClockBehind if the clock is earlier than the office's last event,
 * and a ZodError where the entry holds anything but ids and hashes; either way the whole transaction is undone.
 */
export async function appendAudit(trx: Writer, entry: AuditEntry, now: () => Date): Promise<void> {
  const { office, actor, subject, ...rest } = AuditEntry.parse(entry);
  const head = await lockHead(trx, office);
  const content = {
    office,
    sequence: (head?.sequence ?? 0) + 1,
    id: randomUUID(),
    at: await timeAfter(office, head, now),
    actorKind: actor.kind,
    actor: actor.id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    ...rest,
    previous: head?.hash ?? null,
  };
  await insertEvent(trx, { ...content, hash: auditHash(content) });
}

interface Head {
  readonly sequence: number;
  readonly hash: string;
  readonly at: Date;
}

async function lockHead(trx: Writer, office: AuditOffice): Promise<Head | undefined> {
  const head = await findHead(trx, office);
  if (head !== undefined) return head;
  // There is no row to lock before the first event of an office: whoever is first holds back the others by a number.
  await sql`select pg_advisory_xact_lock(hashtext('patuh audit'), hashtext(${office}))`.execute(trx);
  return await findHead(trx, office);
}

async function findHead(trx: Writer, office: AuditOffice): Promise<Head | undefined> {
  return await trx
    .selectFrom('audit_head')
    .select(['sequence', 'hash', 'at'])
    .where('office', '=', office)
    .forUpdate()
    .executeTakeFirst();
}

/** The time of the next event. A clock that is only a moment behind is waited for. */
async function timeAfter(office: AuditOffice, last: Head | undefined, now: () => Date): Promise<string> {
  const behind = last === undefined ? 0 : last.at.getTime() - now().getTime();
  if (behind > 0 && behind <= PATIENCE_MS) await pause(behind + TIMER_MS);
  const at = now();
  if (last === undefined || at >= last.at) return at.toISOString();
  throw new ClockBehind(
    `The clock of this machine says ${at.toISOString()}, but the last event in the audit of ${office} is of ` +
      `${last.at.toISOString()}. Nothing was written: set the clock right and try again.`,
  );
}

/** In one statement: everybody else of the office waits until it is committed. */
async function insertEvent(trx: Writer, event: AuditEvent): Promise<void> {
  const { office, sequence, hash, at } = event;
  await trx
    .with('written', (db) =>
      db.insertInto('audit_event').values({
        office,
        sequence,
        id: event.id,
        at,
        actor_kind: event.actorKind,
        actor: event.actor,
        action: event.action,
        subject_kind: event.subjectKind,
        subject_id: event.subjectId,
        before_hash: event.beforeHash,
        after_hash: event.afterHash,
        detail: JSON.stringify(event.detail),
        previous: event.previous,
        hash,
      }),
    )
    .insertInto('audit_head')
    .values({ office, sequence, hash, at })
    .onConflict((conflict) => conflict.column('office').doUpdateSet({ sequence, hash, at }))
    .execute();
}
