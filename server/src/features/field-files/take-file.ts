import { createHash } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import type { Custody } from '@patuh/server/platform/custody/custody';
import { inTransaction } from '@patuh/server/platform/database';
import { homeOffice } from '@patuh/server/platform/home-office';
import { ProblemError } from '@patuh/server/platform/problem';
import type { FieldFile, FileOutcome } from '@patuh/shared/contracts/field-files';
import { PUSH_SIZE, type PushAnswer } from '@patuh/shared/contracts/sync';
import type { Actor } from '@patuh/shared/domain/actor';
import type { Change, ChangeAnswer } from '@patuh/shared/domain/change';
import type { ChangeId } from '@patuh/shared/domain/ids';

import { openEntries } from './open-entries.ts';
import { findAuthor, findStored, keepFlawed, nameAsOne } from './queries.ts';
import { type Renumbered, renumbered } from './renumbered.ts';

/** Stores changes of a person as if their own phone had sent them. */
type Push = (
  author: Pick<Actor, 'personId' | 'grants'>,
  input: { readonly changes: readonly Change[]; readonly inFile: true },
) => Promise<PushAnswer>;

export interface TakeDeps extends Pick<ApiDeps, 'db' | 'now'> {
  readonly custody: Custody;
  readonly push: Push;
}

/**
 * Takes in what a file holds as changes of its author, whoever brings it, also of an author who left or whose account was
 * closed: what they entered in a unit of their team counts. Any number of times and in any order, also while the phone
 * itself sends the same. What is damaged or cannot be proven is kept apart. Throws
 * `field-file-unreadable` where nothing in it can be opened.
 */
export async function takeFile(
  deps: TakeDeps,
  carrier: Pick<Actor, 'personId'>,
  file: FieldFile,
): Promise<FileOutcome> {
  const { db, now, custody } = deps;
  const { personId } = file.from;
  const key = custody.openLock(file.locks.office, personId);
  const author = await findAuthor(db, personId);
  if (key === undefined || author === undefined) throw new ProblemError('field-file-unreadable');
  const authorKeys = custody.authorKeys(personId);
  const { changes, flawed } = await openEntries(file.entries, { key, author: personId, authorKeys });
  if (flawed.every(({ flaw }) => flaw === 'broken-seal') && changes.length === 0) {
    throw new ProblemError('field-file-unreadable');
  }
  const before = await findStored(db, personId, changes);
  const { answers, anew } = await pushAll(deps.push, author, changes);
  const held = anew.reduce((sum, one) => sum + one.changes.length, 0);
  const outcome = outcomeOf(answers, { before, held, flawed: flawed.length });
  await inTransaction(db, async (trx) => {
    await nameAsOne(trx, personId, anew);
    await keepFlawed(trx, { file, flawed, broughtBy: carrier.personId, at: now() });
    const event = {
      office: homeOffice(author),
      actor: { kind: 'person', id: carrier.personId },
      action: 'field-file.taken',
      subject: { kind: 'field-file', id: file.id },
      beforeHash: null,
      afterHash: hashOf(file),
      detail: { author: personId, ...outcome },
    } as const;
    await appendAudit(trx, event, now);
  });
  return outcome;
}

interface Pushed {
  /** One for each change, in their order. */
  readonly answers: readonly ChangeAnswer[];
  /** Those whose numbers on their device were of no use: stored under others. */
  readonly anew: readonly Renumbered[];
}

async function pushAll(
  push: Push,
  author: Pick<Actor, 'personId' | 'grants'>,
  all: readonly Change[],
): Promise<Pushed> {
  const answers = await inBatches(push, author, all);
  const anew = renumbered(all.filter((_, index) => isAboutNumber(answers[index])));
  const others = answers.filter((answer) => !isAboutNumber(answer));
  const stuck = anew.flatMap(({ changes }) => changes);
  return { answers: [...others, ...(await inBatches(push, author, stuck))], anew };
}

async function inBatches(
  push: Push,
  author: Pick<Actor, 'personId' | 'grants'>,
  changes: readonly Change[],
): Promise<readonly ChangeAnswer[]> {
  const answers: ChangeAnswer[] = [];
  while (answers.length < changes.length) {
    const batch = changes.slice(answers.length, answers.length + PUSH_SIZE);
    answers.push(...(await push(author, { changes: batch, inFile: true })).answers);
  }
  return answers;
}

/** Nothing was said about the change itself. */
function isAboutNumber(answer: ChangeAnswer | undefined): boolean {
  return answer?.outcome === 'held' || (answer?.outcome === 'refused' && answer.reason === 'number-used');
}

interface Besides {
  /** What was stored before the file came. */
  readonly before: ReadonlySet<ChangeId>;
  readonly held: number;
  readonly flawed: number;
}

function outcomeOf(answers: readonly ChangeAnswer[], { before, held, flawed }: Besides): FileOutcome {
  const taken = answers.filter(({ outcome }) => outcome !== 'refused');
  const fresh = taken.filter(({ id, outcome }) => outcome !== 'duplicate' && !before.has(id));
  const count = (outcome: ChangeAnswer['outcome']): number =>
    fresh.filter((answer) => answer.outcome === outcome).length;
  return {
    stored: fresh.length,
    already: taken.length - fresh.length,
    conflicts: count('conflict'),
    late: count('late'),
    refused: answers.length - taken.length + flawed,
    held,
  };
}

function hashOf({ entries }: FieldFile): string {
  const hash = createHash('sha256');
  for (const { sealed } of entries) hash.update(`${sealed}\n`);
  return hash.digest('hex');
}
