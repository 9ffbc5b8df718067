import { getFormInstrument } from '@patuh/shared/contracts/assessments';
import { pullChanges, pushChanges } from '@patuh/shared/contracts/sync';
import type { PersonId } from '@patuh/shared/domain/ids';

import { NoAnswer, ProblemReply } from '../call.ts';
import { deviceName } from '../device-name.ts';
import { call } from '../session.ts';
import type { FieldServer, Reply } from './field-server.ts';

/** The server over HTTP, as that person and nobody else: while somebody else is signed in it answers `signed-out`. */
export function httpFieldServer(as: PersonId): FieldServer {
  return {
    push: async (changes) => await replyOf(call(pushChanges, { body: { changes: [...changes] } }, { as })),
    pull: async ({ device, earlier, have }) => {
      const body = { device: { ...device, name: deviceName() }, earlier: [...earlier], have: [...have] };
      return await replyOf(call(pullChanges, { body }, { as }));
    },
    instrument: async (instrumentId, version) =>
      await replyOf(call(getFormInstrument, { params: { instrumentId, version } }, { as })),
  };
}

/** What a call throws, as a value; whatever is not ours proves nothing. */
export async function replyOf<Value>(calling: Promise<Value>): Promise<Reply<Value>> {
  try {
    return { kind: 'ok', value: await calling };
  } catch (error) {
    if (error instanceof ProblemReply) return { kind: 'problem', problem: error.problem };
    if (error instanceof NoAnswer) return { kind: 'unreachable' };
    throw error;
  }
}
