import { sql } from 'kysely';

import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { inTransaction, type Pooled } from '../database.ts';
import type { Visit } from './visit.ts';

/** A web address whose turn it is. */
export interface DueCopy {
  readonly assessmentId: AssessmentId;
  readonly subjectId: SubjectId;
  readonly url: string;
  /** The website with its port, as it stands in the address. */
  readonly host: string;
  /** This visit included. */
  readonly attempts: number;
}

/** A server that dies during a visit has lost its turn by then. */
const TURN_MS = 2 * 60_000;
const MINUTE_MS = 60_000;
/** After the first visit, the second and so on; a page that cannot be reached for a day is not there. */
const PAUSES_MS = [1, 10, 60, 6 * 60, 18 * 60].map((minutes) => minutes * MINUTE_MS);

const HOST = sql<string>`substring(lower(url) from '^[a-z]+://([^/?#]*)')`;

/**
 * Takes the next web address that is due, of a website that nobody here is visiting; nobody else gets it, in whatever
 * process, before this turn is over.
 */
export async function takeDue(db: Pooled, now: Date, busy: readonly string[] = []): Promise<DueCopy | undefined> {
  return await inTransaction(db, async (trx) => {
    const { rows } = await sql<DueCopy>`
      update web_copy set attempts = web_copy.attempts + 1, next_at = ${new Date(now.getTime() + TURN_MS)}
      from (
        select assessment_id, subject_id, url, ${HOST} as host from web_copy
        where state = 'waiting' and next_at <= ${now} and ${HOST} <> all(${[...busy]}::text[])
        order by next_at limit 1 for update skip locked
      ) as due
      where web_copy.assessment_id = due.assessment_id and web_copy.subject_id = due.subject_id
        and web_copy.url = due.url
      returning web_copy.assessment_id as "assessmentId", web_copy.subject_id as "subjectId", web_copy.url,
        due.host, web_copy.attempts`.execute(trx);
    return rows[0];
  });
}

/** Stores what a visit found; where it may be otherwise later, the address waits for another one. */
export async function saveVisit(db: Pooled, due: DueCopy, found: Visit, now: Date): Promise<void> {
  const pause = mayHeal(found) ? PAUSES_MS[due.attempts - 1] : undefined;
  const outcome =
    found.state === 'fetched'
      ? { status: found.status, title: found.title, sha256: found.sha256, size: found.size, final_url: found.finalUrl }
      : { why: found.why };
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('web_copy')
      .set(
        pause === undefined
          ? { ...outcome, state: found.state, fetched_at: now, next_at: null }
          : { next_at: new Date(now.getTime() + pause) },
      )
      .where('assessment_id', '=', due.assessmentId)
      .where('subject_id', '=', due.subjectId)
      .where('url', '=', due.url)
      // Taken back meanwhile: then nobody asks any more.
      .where('state', '=', 'waiting')
      .execute();
  });
}

/** Gives a turn back that was not used: the address is due again at once. */
export async function giveBack(db: Pooled, due: DueCopy, now: Date): Promise<void> {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable('web_copy')
      .set({ attempts: due.attempts - 1, next_at: now })
      .where('assessment_id', '=', due.assessmentId)
      .where('subject_id', '=', due.subjectId)
      .where('url', '=', due.url)
      .where('state', '=', 'waiting')
      .execute();
  });
}

const HEALING: ReadonlySet<string> = new Set(['unknown-host', 'unreachable', 'too-slow']);

function mayHeal(found: Visit): boolean {
  return found.state === 'fetched' ? found.status >= 500 : HEALING.has(found.why);
}
