import { readFile } from 'node:fs/promises';

import type { AuditActor } from '@patuh/shared/audit/event';
import { instrumentContentHash } from '@patuh/shared/publication/hash';
import { readGovernments, readInstruments, readProvinces } from '@patuh/seeds/reference';
import { referencePath } from '@patuh/seeds/reference-path';

import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { headSequence } from '@patuh/server/platform/publication-chain';
import { StartError } from '@patuh/server/platform/start-error';
import { referenceEntry } from './audit.ts';
import { importHistory, type ImportDeps } from './import.ts';
import { readNationalFile, readPublishedFiles } from './import-files.ts';
import { loadReference, lockReference, saveReference } from './queries.ts';
import { readReference } from './reference.ts';

/** Where the national counts of the reference data come from; the file itself has no column for it. */
const NATIONAL_SOURCE = 'Ombudsman RI, hasil penilaian kepatuhan nasional';

/** Who loads what comes with Patuh, unless a command does. */
const FIRST_LOAD: AuditActor = { kind: 'system', id: 'first-load' };

/**
 * Brings regions and instruments into the database. Returns a sentence for each instrument whose content changed without
 * a new version: the stored one stands, because publications refer to it.
 */
export async function loadReferenceData({
  db,
  now,
  actor = FIRST_LOAD,
}: Pick<ImportDeps, 'db' | 'now'> & Partial<Pick<ImportDeps, 'actor'>>): Promise<readonly string[]> {
  const instruments = readInstruments().map((instrument) => ({
    instrument,
    contentHash: instrumentContentHash(instrument),
  }));
  const stored = await inTransaction(db, async (trx) => {
    await lockReference(trx);
    const before = await loadReference(trx);
    await saveReference(trx, { provinces: readProvinces(), governments: readGovernments(), instruments });
    const after = await loadReference(trx);
    const entry = referenceEntry(actor, before, after);
    if (entry !== undefined) await appendAudit(trx, entry, now);
    return after;
  });
  return instruments
    .filter(({ instrument, contentHash }) =>
      stored.instruments.some(
        (known) =>
          known.instrument.id === instrument.id &&
          known.instrument.version === instrument.version &&
          known.contentHash !== contentHash,
      ),
    )
    .map(
      ({ instrument }) =>
        `Instrument ${instrument.id} changed but kept version ${instrument.version}; the stored one is used.`,
    );
}

/** Publishes the figures of the reference data if nothing was ever published. Returns how many publications were made. */
export async function loadPublishedHistory(deps: Omit<ImportDeps, 'reference' | 'actor'>): Promise<number> {
  if ((await headSequence(deps.db, 'main')) > 0) return 0;
  const withReference = { ...deps, actor: FIRST_LOAD, reference: await readReference(deps.db) };
  const file = async (name: string) => ({ name, bytes: await readFile(referencePath('published', name)) });
  const published = readPublishedFiles(
    {
      results: await file('published-results.csv'),
      counts: await file('province-counts.csv'),
      units: await file('unit-scores.csv'),
    },
    withReference.reference,
  );
  const national = readNationalFile(await file('national-counts.csv'));
  if (published.kind === 'faulty' || national.kind === 'faulty') {
    throw new StartError(
      `The published figures of the reference data are faulty: ${JSON.stringify([published, national])}`,
    );
  }
  const result = await importHistory(withReference, published.input, national.lines, NATIONAL_SOURCE);
  if (result.kind === 'done') return result.lists.length;
  throw new StartError(`The published figures of the reference data were refused: ${JSON.stringify(result)}`);
}
