import { verifyChains } from '@patuh/shared/publication/chain';
import { inEnglish } from '@patuh/shared/publication/difference';
import { faultInEnglish } from '@patuh/shared/publication/verify';
import { verifyFile } from '@patuh/shared/publication/verify-file';
import type { FileReport } from '@patuh/shared/publication/verify-file';
import type pg from 'pg';

import { StartError } from '../start-error.ts';
import type { KeyFiles } from './key-box.ts';
import { whyNotOurKey } from './key-files.ts';
import type { ChainHead } from './manifest.ts';
import { headsOf } from './snapshot.ts';

export interface Expected {
  readonly heads: readonly ChainHead[];
  /** Absent: nothing is said about who signed. */
  readonly keys: KeyFiles | undefined;
  /** Say what does not verify, and go on. */
  readonly acceptBrokenChain: boolean;
  readonly say: (sentence: string) => void;
}

/**
 * Recomputes every publication that arrived, and the chain between them, and compares its ends with the manifest and
 * the key. Answers with their number. Throws a StartError with all that differs.
 */
export async function checkPublications(client: pg.PoolClient, expected: Expected): Promise<number> {
  const heads = await headsOf(client);
  if (JSON.stringify(heads) !== JSON.stringify(expected.heads)) {
    throw new StartError('The chain of publications does not end where the manifest says; nothing was restored.');
  }
  const otherKey = expected.keys === undefined ? undefined : whyNotOurKey(expected.keys, heads);
  const reports = await reportsOf(client);
  const faults = [...(otherKey === undefined ? [] : [otherKey]), ...differences(reports)];
  if (faults.length === 0) return reports.length;
  if (!expected.acceptBrokenChain) {
    throw new StartError(
      ['The publications of this backup do not verify; nothing was restored.', ...faults, ADVICE].join('\n'),
    );
  }
  expected.say(['The publications of this backup do not verify:', ...faults].join('\n'));
  return reports.length;
}

const ADVICE =
  'Use another backup. If none is better, restore this one with --accept-broken-chain and find out who changed what.';

async function reportsOf(client: pg.PoolClient): Promise<readonly FileReport[]> {
  const { rows } = await client.query<{ id: string }>('select id from publication order by chain, sequence');
  const reports: FileReport[] = [];
  for (const { id } of rows) {
    const found = await client.query<{ bytes: string }>('select bytes from publication where id = $1', [id]);
    reports.push(verifyFile({ name: id, bytes: Buffer.from(found.rows[0]?.bytes ?? '') }));
  }
  return reports;
}

function differences(reports: readonly FileReport[]): readonly string[] {
  const links = reports.flatMap(({ name, publication }) => (publication === null ? [] : [{ name, publication }]));
  return [
    ...reports.flatMap((report) => report.differences.map((difference) => `${report.name}: ${inEnglish(difference)}`)),
    ...verifyChains(links).flatMap(({ chain, beginsLater, faults }) => [
      ...(beginsLater ? [`chain ${chain}: its beginning is missing`] : []),
      ...faults.map((fault) => `chain ${chain}: ${faultInEnglish(fault)}`),
    ]),
  ];
}
