import { statfs } from 'node:fs/promises';

import type { SystemHealth } from '@patuh/shared/contracts/system';

import type { Pooled } from '@patuh/server/platform/database';
import { PATUH_VERSION } from '@patuh/server/platform/version';
import { certificateOf } from './certificate.ts';
import {
  judgeBackup,
  judgeCertificate,
  judgeClock,
  judgeDisk,
  judgeDrill,
  judgeLate,
  judgeQuarantine,
} from './policy.ts';
import { databaseState, lastMaintenance, type Maintained, waiting } from './queries.ts';

export interface SystemDeps {
  readonly db: Pooled;
  readonly now: () => Date;
  readonly dataDir: string;
  readonly publicUrl: string | null;
  readonly startedAt: Date;
}

/** What whoever runs the server should see at a glance, measured now. */
export async function systemHealth(deps: SystemDeps): Promise<SystemHealth> {
  const { db, startedAt } = deps;
  const state = await databaseState(db);
  const now = deps.now();
  const waits = await waiting(db);
  const certificate = await certificateOf(deps.publicUrl);
  const clocks = { server: now, database: state.clock, lastAuditEvent: state.lastAuditEvent };
  return {
    version: { patuh: PATUH_VERSION, node: process.versions.node, postgres: state.postgres, schema: state.schema },
    startedAt: startedAt.toISOString(),
    disk: await diskOf(deps.dataDir),
    clock: {
      judgement: judgeClock(clocks),
      server: now.toISOString(),
      database: state.clock.toISOString(),
      lastAuditEvent: text(state.lastAuditEvent),
    },
    ...maintenanceOf(await lastMaintenance(db), now),
    certificate: {
      judgement: judgeCertificate(certificate.validUntil, now),
      host: certificate.host,
      validUntil: text(certificate.validUntil),
    },
    lateChanges: {
      judgement: judgeLate(waits.oldestLate, now),
      waiting: waits.lateChanges,
      oldestAt: text(waits.oldestLate),
    },
    quarantine: { judgement: judgeQuarantine(waits.quarantined), changes: waits.quarantined },
  };
}

/** The disk of DATA_DIR; with a database elsewhere (DATABASE_URL) that one's disk is not seen from here. */
async function diskOf(folder: string): Promise<SystemHealth['disk']> {
  const found = await statfs(folder).catch(() => undefined);
  const freeBytes = found === undefined ? null : found.bavail * found.bsize;
  const totalBytes = found === undefined ? null : found.blocks * found.bsize;
  return { judgement: judgeDisk(freeBytes, totalBytes), freeBytes, totalBytes };
}

function maintenanceOf(last: readonly Maintained[], now: Date): Pick<SystemHealth, 'backup' | 'drill'> {
  const at = (kind: Maintained['kind'], automatic: boolean): Date | null =>
    last.find((one) => one.kind === kind && one.automatic === automatic)?.at ?? null;
  const byHand = at('backup', false);
  const automatic = at('backup', true);
  const restored = at('restore', false);
  const newest = byHand ?? automatic;
  return {
    backup: {
      judgement: judgeBackup({ byHand, automatic }, now),
      lastAt: text(newest),
      automatic: newest === null ? null : byHand === null,
    },
    drill: { judgement: judgeDrill(restored, now), lastAt: text(restored) },
  };
}

function text(moment: Date | null): string | null {
  return moment === null ? null : moment.toISOString();
}
