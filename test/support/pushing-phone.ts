import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change, ChangeAnswer } from '@patuh/shared/domain/change';
import type { ChangeId } from '@patuh/shared/domain/ids';

const BATCH = 40;
const OURS = 'x-patuh-answer';

/** What a phone does to get rid of what was entered, whatever becomes of the server meanwhile. */
export interface PushingPhone {
  /** Everything that was ever entered on it, in the order of its numbers. */
  readonly entered: readonly Change[];
  /** What the server answered for, so that the phone may forget it. */
  readonly acknowledged: ReadonlySet<ChangeId>;
  enter(changes: readonly Change[]): void;
  /** One push of the oldest that are not acknowledged; whether our server answered it. Nothing waits: true. */
  push(address: string, signal?: AbortSignal): Promise<boolean>;
  waiting(): number;
}

/** Throws as soon as an answer says anything but that the changes are stored, now or before. */
export function aPushingPhone(accessToken: string): PushingPhone {
  const entered: Change[] = [];
  const acknowledged = new Set<ChangeId>();
  const waits = (): readonly Change[] => entered.filter(({ id }) => !acknowledged.has(id));
  return {
    entered,
    acknowledged,
    enter: (changes) => void entered.push(...changes),
    waiting: () => waits().length,
    push: async (address, signal) => {
      const changes = waits().slice(0, BATCH);
      if (changes.length === 0) return true;
      const answers = await answersTo(address, { changes, accessToken, signal });
      for (const answer of answers ?? []) {
        if (!isStored(answer)) throw new Error(`A number was left out or used twice: ${JSON.stringify(answer)}`);
        acknowledged.add(answer.id);
      }
      return answers !== undefined;
    },
  };
}

function isStored({ outcome }: ChangeAnswer): boolean {
  return outcome === 'applied' || outcome === 'conflict' || outcome === 'duplicate';
}

interface Sending {
  readonly changes: readonly Change[];
  readonly accessToken: string;
  readonly signal: AbortSignal | undefined;
}

/** Undefined where nothing came that a phone would count as an answer. */
async function answersTo(
  address: string,
  { changes, accessToken, signal }: Sending,
): Promise<readonly ChangeAnswer[] | undefined> {
  try {
    const reply = await fetch(`${address}/api/sync/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ changes }),
      ...(signal !== undefined && { signal }),
    });
    if (reply.ok && reply.headers.has(OURS)) return ((await reply.json()) as PushAnswer).answers;
    const text = await reply.text();
    // Whatever goes wrong behind it, the server is never to say that the phone did something wrong.
    if (reply.status < 500) throw new RangeError(`${reply.status}: ${text}`);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}
