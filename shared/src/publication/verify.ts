import { assertNever } from '../domain/assert-never.ts';
import { type ChainFault, type ChainReport, verifyChains } from './chain.ts';
import type { KeyChanges } from './key-changes.ts';
import { type FileReport, type GivenFile, verifyFile } from './verify-file.ts';

export interface VerifyOptions {
  /** Public key of the office, 64 lower-case hex characters, from a place other than the files. */
  readonly trustedKey?: string | undefined;
  /** How that key handed over to later ones; what `/api/keys` sends. */
  readonly keyChanges?: KeyChanges | undefined;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly files: readonly FileReport[];
  /** One entry for each chain of which at least two publications were given. */
  readonly chains: readonly ChainReport[];
  /** Keys the files say they were signed by. Without a trusted one nobody knows whose they are. */
  readonly keyIds: readonly string[];
  readonly trustedKey: string | undefined;
}

/**
 * Recomputes publications from their own open data and judges how they hang together, in whatever order they are given.
 * Never throws: what is wrong, even with garbage, stands in the report.
 */
export function verifyPublications(files: readonly GivenFile[], options: VerifyOptions = {}): VerifyReport {
  return summarise(
    files.map((file) => verifyFile(file, options.trustedKey, options.keyChanges)),
    options,
  );
}

/** The same over files that were judged one by one, so that not all of them need to be in memory at once. */
export function summarise(files: readonly FileReport[], { trustedKey }: VerifyOptions = {}): VerifyReport {
  const links = files.flatMap(({ name, publication }) => (publication === null ? [] : [{ name, publication }]));
  const chains =
    links.length < 2 ? [] : verifyChains(links).filter(({ links: { length }, copies }) => length + copies.length > 1);
  return {
    ok: files.length > 0 && files.every(({ ok }) => ok) && chains.every(({ faults }) => faults.length === 0),
    files,
    chains,
    keyIds: [...new Set(links.map(({ publication }) => publication.keyId))],
    trustedKey,
  };
}

/** One sentence, without a full stop. */
export function faultInEnglish(fault: ChainFault): string {
  switch (fault.problem) {
    case 'fork':
      return `${fault.names.join(' and ')} ${fault.after === null ? 'each say they are the first' : `all follow ${fault.after}`}`;
    case 'gap':
      return `${fault.name} follows ${fault.after}, which is not among the files`;
    case 'same-id':
      return `${fault.names.join(' and ')} differ but have the same id ${fault.id}`;
    case 'replaced-twice':
      return `${fault.names.join(' and ')} each replace ${fault.id}`;
    case 'replaced-hash':
      return `${fault.name} says that ${fault.id}, which it replaces, has the hash ${fault.found}, but it is ${fault.expected}`;
    case 'replaced-later':
      return `${fault.name} replaces ${fault.id}, which comes later in the chain`;
    case 'key-again':
      return `${fault.name} is signed by ${fault.keyId}, which had been given up for another key before`;
    default:
      return assertNever(fault);
  }
}
