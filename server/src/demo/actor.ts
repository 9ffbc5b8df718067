import { uuidOf } from '@patuh/seeds/demo/chance';
import { DEMO_PEOPLE, type DemoPersonKey } from '@patuh/seeds/demo/people';
import type { Actor } from '@patuh/shared/domain/actor';
import { SessionId } from '@patuh/shared/domain/ids';

/** A person of the demo as the verbs know whoever is signed in. */
export function actorOf(key: DemoPersonKey): Actor {
  const { id, grants } = DEMO_PEOPLE[key];
  return { personId: id, sessionId: SessionId.parse(uuidOf(`session ${key}`)), grants };
}
