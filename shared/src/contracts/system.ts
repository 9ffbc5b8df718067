import * as z from 'zod/mini';

import { contract } from './contract.ts';

/** Kesehatan sistem: what whoever runs the server should see at a glance. */

const Judgement = z.enum(['good', 'attention', 'bad', 'unknown']);

export const SystemHealth = z.object({
  version: z.object({ patuh: z.string(), node: z.string(), postgres: z.string(), schema: z.string() }),
  startedAt: z.iso.datetime(),
  disk: z.object({ judgement: Judgement, freeBytes: z.nullable(z.int()), totalBytes: z.nullable(z.int()) }),
  clock: z.object({
    judgement: Judgement,
    server: z.iso.datetime(),
    database: z.iso.datetime(),
    lastAuditEvent: z.nullable(z.iso.datetime()),
  }),
  backup: z.object({ judgement: Judgement, lastAt: z.nullable(z.iso.datetime()), automatic: z.nullable(z.boolean()) }),
  /** When a backup was last restored somewhere, to see that it can be. */
  drill: z.object({ judgement: Judgement, lastAt: z.nullable(z.iso.datetime()) }),
  certificate: z.object({
    judgement: Judgement,
    host: z.nullable(z.string()),
    validUntil: z.nullable(z.iso.datetime()),
  }),
  lateChanges: z.object({ judgement: Judgement, waiting: z.int(), oldestAt: z.nullable(z.iso.datetime()) }),
  quarantine: z.object({ judgement: Judgement, changes: z.int() }),
});
export type SystemHealth = z.infer<typeof SystemHealth>;

export const getSystemHealth = contract({
  method: 'GET',
  path: '/api/system',
  summary: 'Version, disk, clock, backups, certificate and what waits',
  who: ['national-admin'],
  ok: SystemHealth,
  problems: [],
});
