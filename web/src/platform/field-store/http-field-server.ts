import { getFormInstrument } from '@patuh/shared/contracts/assessments';
import { pullChanges, pushChanges } from '@patuh/shared/contracts/sync';

import { NoAnswer, ProblemReply } from '../call.ts';
import { call } from '../session.ts';
import type { FieldServer, Reply } from './field-server.ts';

/** The server over HTTP, as the signed-in person. */
export function httpFieldServer(): FieldServer {
  return {
    push: async (changes) => await replyOf(call(pushChanges, { body: { changes: [...changes] } })),
    pull: async (have) => await replyOf(call(pullChanges, { body: { have: [...have] } })),
    instrument: async (instrumentId, version) =>
      await replyOf(call(getFormInstrument, { params: { instrumentId, version } })),
  };
}

/** What a call throws, as a value; whatever is not ours proves nothing. */
async function replyOf<Value>(calling: Promise<Value>): Promise<Reply<Value>> {
  try {
    return { kind: 'ok', value: await calling };
  } catch (error) {
    if (error instanceof ProblemReply) return { kind: 'problem', problem: error.problem };
    if (error instanceof NoAnswer) return { kind: 'unreachable' };
    throw error;
  }
}
