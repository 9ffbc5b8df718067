import { PUSH_SIZE } from '@patuh/shared/contracts/sync';
import type { ChangeId, FieldFileId } from '@patuh/shared/domain/ids';

import { endingOf, type Exchanging } from './exchanging.ts';
import { fetchBeside } from './fetch-beside.ts';
import type { FieldServer, Unsent } from './field-server.ts';
import type { AssessmentHeader, FieldStore } from './field-store.ts';
import { rowsOf, toSend } from './files-standing.ts';
import { type Receipts, receiptsBook } from './receipts.ts';

/** How an exchange ended. Whatever it is, nothing on the device is lost by it. */
export type Ending =
  | { readonly kind: 'done' }
  /** `further`: the line broke, but not before something arrived. */
  | { readonly kind: 'unreachable'; readonly further?: boolean }
  /** The session is over: the person has to sign in again, then it goes on by itself. */
  | { readonly kind: 'signed-out' }
  /** The server answered in a form that this app does not know: the app has to become newer. */
  | { readonly kind: 'not-understood' }
  /** The server answered with a problem that may pass. */
  | { readonly kind: 'problem'; readonly code: string };

const DONE: Ending = { kind: 'done' };

/** Sends everything that waits, in order, brings the files of colleagues, pulls, and fetches what belongs to it. */
export async function exchange(
  store: FieldStore,
  server: FieldServer,
  changed: Exchanging['changed'],
  receipts: Receipts = receiptsBook(),
  now: () => Date = () => new Date(),
): Promise<Ending> {
  const at: Exchanging = { store, server, changed, receipts, now };
  const sent = await sendAll(at);
  if (sent.kind !== 'done') return sent;
  const { ending, taken } = await deliver(at);
  const pulled = ending.kind === 'unreachable' || ending.kind === 'signed-out' ? ending : await pullTrusted(at);
  if (pulled.kind !== 'done') return pulled;
  // Only now the pull shows what came of them.
  for (const [id, when] of taken) await store.delivered(id, when);
  const fetched = await fetchBeside(at);
  if (ending.kind === 'done' && fetched.kind === 'done') await store.keepNote('exchanged-at', now().toISOString());
  await changed();
  return ending.kind === 'done' ? fetched : ending;
}

async function sendAll({ store, server, changed, receipts }: Exchanging): Promise<Ending> {
  let size = PUSH_SIZE;
  for (;;) {
    const batch = await store.outbox(size);
    if (batch.length === 0) return DONE;
    const reply = await server.push(batch);
    if (reply.kind === 'ok') {
      const known = new Set((await store.journal()).map(({ change }) => change.id));
      const before = await waiting(store, known);
      receipts.heard(reply.value.receipts);
      await store.settle(reply.value.answers);
      await changed();
      // Answers after which as much waits as before lead nowhere at once: try again later, not for ever.
      if ((await waiting(store, known)) >= before) return { kind: 'problem', code: 'not-ready' };
      size = PUSH_SIZE;
      continue;
    }
    if (reply.kind !== 'problem' || !isAboutContent(reply.problem.code)) return endingOf(reply);
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) {
      await store.setAside(only.id);
      await changed();
      size = PUSH_SIZE;
    } else size = Math.ceil(batch.length / 2);
  }
}

/** One change that cannot be read must not hold up the others: the batch is halved until it stands alone. */
function isAboutContent(code: string): boolean {
  return code === 'invalid-request' || code === 'request-too-large';
}

/** How many wait, in all or of these. */
async function waiting(store: FieldStore, among?: ReadonlySet<ChangeId>): Promise<number> {
  const waits = (await store.journal()).filter(({ fate }) => fate.kind === 'waiting');
  return waits.filter(({ change }) => among?.has(change.id) ?? true).length;
}

/** What the office is told of what this device could not send yet: answers go first, photos may take days. */
async function unsentIn(store: FieldStore, headers: readonly AssessmentHeader[]): Promise<Unsent> {
  const made = (await store.journal()).flatMap(({ change, fate }) => (fate.kind === 'waiting' ? [change.madeAt] : []));
  const rows = await store.files();
  const files = headers.flatMap(({ id, files: there }) => toSend(rowsOf(rows, id), undefined, there));
  const [oldest] = [...made, ...files.map(({ keptAt }) => keptAt)].toSorted();
  return { waiting: made.length, filesWaiting: files.length, ...(oldest !== undefined && { oldestWaitingAt: oldest }) };
}

/** What the server takes is noted by the caller, after the pull: until then it stays on the screen as it is. */
async function deliver({ store, server }: Exchanging): Promise<{
  readonly ending: Ending;
  readonly taken: readonly (readonly [FieldFileId, string])[];
}> {
  const taken: (readonly [FieldFileId, string])[] = [];
  const ending = await server.deliver({
    carried: async () => await store.carried(),
    delivered: async (id, when) => {
      taken.push([id, when]);
      await Promise.resolve();
    },
  });
  return { ending, taken };
}

/** What does not fit its receipt is fetched whole, once for each version. */
async function pullTrusted(at: Exchanging): Promise<Ending> {
  const { store, receipts } = at;
  const first = await pull(at);
  if (first.kind !== 'done') return first;
  const misfits = await receipts.compare(store);
  if (misfits.length === 0) return DONE;
  await store.mistrust(misfits);
  const second = await pull(at);
  if (second.kind === 'done') receipts.leave(await receipts.compare(store));
  return second;
}

async function pull({ store, server, changed }: Exchanging): Promise<Ending> {
  const journal = await store.journal();
  const covered = journal.flatMap(({ change, fate }) => (fate.kind === 'sent' ? [change.id] : []));
  const headers = await store.assessments();
  const { id, earlier } = await store.device();
  const reply = await server.pull({
    device: { id, ...(await unsentIn(store, headers)) },
    earlier: earlier.slice(-50),
    have: headers.map((header) => ({ assessmentId: header.id, version: header.version })),
  });
  if (reply.kind !== 'ok') return endingOf(reply);
  await store.takePull({ ...reply.value, covered });
  await changed();
  return DONE;
}
