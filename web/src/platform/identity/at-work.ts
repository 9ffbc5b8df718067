import type { PersonId } from '@patuh/shared/domain/ids';
import { useSyncExternalStore } from 'react';

import type { FieldDesk } from '../field-store/field-desk.ts';
import type { FieldPerson } from './field-person.ts';

/**
 * Whose store is open on this page. Being signed in is another thing: the field goes on without a network and without a
 * token, and what it sends goes out as this person or not at all.
 */
export interface AtWork {
  readonly person: FieldPerson;
  readonly desk: FieldDesk;
  /** How they came in: a person new to this device is told what the server sent. */
  readonly came: 'back' | 'new' | 'found-again';
  /** Puts the store out of reach until the PIN is given; undefined where the browser keeps nothing to lock. */
  readonly lock: (() => void) | undefined;
}

let current: AtWork | undefined;
const listeners = new Set<() => void>();

export function atWork(): AtWork | undefined {
  return current;
}

export function useAtWork(): AtWork | undefined {
  return useSyncExternalStore(onAtWork, atWork);
}

/** Everybody who was at work since the page was opened. */
const before = new Set<PersonId>();

/** Whether they were in and out again: then they are one among those of this device. */
export function wasAtWork(personId: PersonId): boolean {
  return before.has(personId);
}

export function setAtWork(next: AtWork | undefined): void {
  current = next;
  if (next !== undefined) before.add(next.person.personId);
  for (const listener of listeners) listener();
}

function onAtWork(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
