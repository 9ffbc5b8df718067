import { PUSH_SIZE } from '@patuh/shared/contracts/sync';

import type { FieldServer } from './field-server.ts';
import type { FieldStore } from './field-store.ts';

/** How an exchange ended. Whatever it is, nothing on the device is lost by it. */
export type Ending =
  | { readonly kind: 'done' }
  | { readonly kind: 'unreachable' }
  /** The session is over: the person has to sign in again, then it goes on by itself. */
  | { readonly kind: 'signed-out' }
  /** The server answered with a problem that may pass. */
  | { readonly kind: 'problem'; readonly code: string };

/** Called after each step that changed the store. */
type Changed = () => Promise<void>;

/** Sends everything that waits, in order, then pulls. */
export async function exchange(store: FieldStore, server: FieldServer, changed: Changed): Promise<Ending> {
  const sent = await sendAll(store, server, changed);
  return sent.kind === 'done' ? await pullAll(store, server, changed) : sent;
}

async function sendAll(store: FieldStore, server: FieldServer, changed: Changed): Promise<Ending> {
  let size = PUSH_SIZE;
  for (;;) {
    const batch = await store.outbox(size);
    if (batch.length === 0) return { kind: 'done' };
    const reply = await server.push(batch);
    if (reply.kind === 'unreachable') return reply;
    if (reply.kind === 'ok') {
      const before = await waiting(store);
      await store.settle(reply.value.answers);
      await changed();
      // Answers after which as much waits as before lead nowhere at once: try again later, not for ever.
      if ((await waiting(store)) >= before) return { kind: 'problem', code: 'not-ready' };
      size = PUSH_SIZE;
      continue;
    }
    const { code } = reply.problem;
    if (!isAboutContent(code)) return endingOf(code);
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

function endingOf(code: string): Ending {
  return code === 'signed-out' ? { kind: 'signed-out' } : { kind: 'problem', code };
}

async function waiting(store: FieldStore): Promise<number> {
  return (await store.outbox(Number.MAX_SAFE_INTEGER)).length;
}

async function pullAll(store: FieldStore, server: FieldServer, changed: Changed): Promise<Ending> {
  const journal = await store.journal();
  const covered = journal.flatMap(({ change, fate }) => (fate.kind === 'sent' ? [change.id] : []));
  const headers = await store.assessments();
  const { id, earlier } = await store.device();
  const reply = await server.pull({
    device: { id, waiting: await waiting(store) },
    earlier: earlier.slice(-50),
    have: headers.map((header) => ({ assessmentId: header.id, version: header.version })),
  });
  if (reply.kind === 'unreachable') return reply;
  if (reply.kind === 'problem') return endingOf(reply.problem.code);
  await store.takePull({ ...reply.value, covered });
  const ending = await fetchInstruments(store, server);
  await changed();
  return ending;
}

/** Each instrument once, in the version the assessment is bound to. */
async function fetchInstruments(store: FieldStore, server: FieldServer): Promise<Ending> {
  for (const { period } of await store.assessments()) {
    const { id, version } = period.instrument;
    if ((await store.instrument(id, version)) !== undefined) continue;
    const reply = await server.instrument(id, version);
    if (reply.kind === 'unreachable') return reply;
    if (reply.kind === 'problem') return endingOf(reply.problem.code);
    await store.keepInstrument(reply.value);
  }
  return { kind: 'done' };
}
