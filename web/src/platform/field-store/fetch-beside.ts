import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Ending } from './exchange.ts';
import { endingOf, type Exchanging } from './exchanging.ts';
import type { Reply } from './field-server.ts';
import type { FieldStore, NoteName } from './field-store.ts';
import { isOlder } from './is-older.ts';

/** What the field needs besides answers while it has no network: keys, instruments, earlier results. */

const DAY = 24 * 60 * 60_000;
const WEEK = 7 * DAY;
const DONE: Ending = { kind: 'done' };

export async function fetchBeside(at: Exchanging): Promise<Ending> {
  for (const step of [fetchKeys, fetchInstruments, fetchLastYears]) {
    const ending = await step(at);
    if (ending.kind !== 'done') return ending;
  }
  return DONE;
}

/** Once a day, and when the person came into another team. */
async function fetchKeys(at: Exchanging): Promise<Ending> {
  const { store, server, now } = at;
  const teams = [...new Set((await store.assessments()).map(({ team }) => team.id))].toSorted().join(' ');
  const [when, ...known] = ((await store.note('keys-at')) ?? '').split(' ');
  const isFresh = !isOlder(when, DAY, now()) && known.join(' ') === teams;
  if (isFresh && (await store.keys()) !== undefined) return DONE;
  const reply = await server.keys();
  if (reply.kind !== 'ok') return optional(reply);
  await store.keepKeys(reply.value);
  await store.keepNote('keys-at', `${now().toISOString()} ${teams}`.trim());
  return DONE;
}

/** Each instrument once, in the version the assessment is bound to. */
async function fetchInstruments({ store, server }: Exchanging): Promise<Ending> {
  for (const { period } of await store.assessments()) {
    const { id, version } = period.instrument;
    if ((await store.instrument(id, version)) !== undefined) continue;
    const reply = await server.instrument(id, version);
    if (reply.kind !== 'ok') return endingOf(reply);
    await store.keepInstrument(reply.value);
  }
  return DONE;
}

/** What this page asked for in vain: a server that cannot answer is not asked every minute. */
const inVain = new WeakMap<FieldStore, Set<AssessmentId>>();

/** One request for each unit; what is entered meanwhile does not wait behind all of them. */
async function fetchLastYears(at: Exchanging): Promise<Ending> {
  const { store, server, now } = at;
  const failed = inVain.get(store) ?? new Set();
  inVain.set(store, failed);
  for (const { id } of await store.assessments()) {
    const name: NoteName = `last-year-at ${id}`;
    if (failed.has(id) || !isOlder(await store.note(name), WEEK, now())) continue;
    if ((await store.outbox(1)).length > 0) return DONE;
    const reply = await server.lastYear(id);
    if (reply.kind === 'ok') {
      await store.keepLastYear(id, reply.value);
      await store.keepNote(name, now().toISOString());
    } else {
      const ending = optional(reply);
      if (ending.kind !== 'done') return ending;
      failed.add(id);
    }
  }
  return DONE;
}

/** What the work can do without ends an exchange only where nothing else would get through either. */
function optional(reply: Exclude<Reply<unknown>, { readonly kind: 'ok' }>): Ending {
  const ending = endingOf(reply);
  return ending.kind === 'unreachable' || ending.kind === 'signed-out' ? ending : DONE;
}
