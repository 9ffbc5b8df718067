import { NoAnswer, ProblemReply } from '../call.ts';
import type { Reply } from './field-server.ts';

/** What a call throws, as a value; whatever is not ours proves nothing. */
export async function replyOf<Value>(calling: Promise<Value>): Promise<Reply<Value>> {
  try {
    return { kind: 'ok', value: await calling };
  } catch (error) {
    if (error instanceof ProblemReply) return { kind: 'problem', problem: error.problem };
    if (error instanceof NoAnswer) return { kind: isOfAnotherVersion(error) ? 'unreadable' : 'unreachable' };
    throw error;
  }
}

/** An answer that was cut off on the way is no text of any version. */
function isOfAnotherVersion({ reason, cause }: NoAnswer): boolean {
  return reason === 'unreadable' && !(cause instanceof SyntaxError);
}
