import type { Demo } from '@patuh/seeds/demo';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@patuh/seeds/demo/people';
import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

import { allOrNothing } from '../platform/all-or-nothing.ts';
import { appendAudit } from '../platform/audit.ts';
import { inTransaction, type Pooled } from '../platform/database.ts';
import { passwords } from '../platform/sessions/passwords.ts';
import { perform } from './perform.ts';
import { hasDemo, insertPeople, insertPeriod, insertRegion, insertSeason, insertUnits, lockDemo } from './queries.ts';
import type { Stage } from './stage.ts';

export interface LoadDeps extends Pick<Stage, 'signingKeys' | 'store' | 'inspect'> {
  readonly db: Pooled;
  /** Gives up between two steps; nothing of the demo is there then. */
  readonly signal?: AbortSignal;
}

/**
 * Brings Provinsi Contoh into the database: places and people first, then everything they did, by the verbs that real
 * people use. All of it or, where anything fails, nothing. Answers whether it was loaded now; one that is there stays.
 */
export async function loadDemo(
  { db, signal, ...deps }: LoadDeps,
  demo: Demo,
  instrument: Instrument,
): Promise<boolean> {
  const passwordHash = await passwords().hash(DEMO_PASSWORD);
  return await allOrNothing(db, async (within) => {
    const isNew = await inTransaction(within, async (trx) => {
      await lockDemo(trx);
      return !(await hasDemo(trx));
    });
    if (!isNew) return false;
    await setTheStage(within, { demo, instrument, passwordHash });
    const hashes: Stage['hashes'] = new Map();
    const links: Stage['links'] = new Map();
    for (const step of demo.steps) {
      signal?.throwIfAborted();
      await perform({ ...deps, db: within, now: () => step.at, instrument, hashes, links }, step);
    }
    return true;
  });
}

/** Before anybody does anything: the places, the people, their teams. */
async function setTheStage(
  db: Pooled,
  {
    demo,
    instrument,
    passwordHash,
  }: { readonly demo: Demo; readonly instrument: Instrument; readonly passwordHash: string },
): Promise<void> {
  const [{ createdAt }] = demo.seasons;
  await inTransaction(db, async (trx) => {
    await insertRegion(trx, demo);
    await insertPeople(trx, demo, { passwordHash, at: createdAt });
    await insertUnits(trx, demo, createdAt);
    for (const season of demo.seasons) {
      await insertSeason(trx, season, { instrument, personOf: (key) => DEMO_PEOPLE[key].id });
    }
    if (demo.next !== undefined) {
      await insertPeriod(trx, demo.next, { createdAt: demo.seasons[1].createdAt, openedAt: null });
    }
    await appendAudit(
      trx,
      {
        office: DEMO_PROVINCE,
        actor: { kind: 'system', id: 'demo' },
        action: 'demo.loaded',
        subject: { kind: 'demo', id: DEMO_PROVINCE },
        beforeHash: null,
        afterHash: sha256Hex(canonicalText([demo.governments, demo.units, demo.people.map(({ id }) => id)])),
        detail: { units: demo.units.length, people: demo.people.length, steps: demo.steps.length },
      },
      () => createdAt,
    );
  });
}
