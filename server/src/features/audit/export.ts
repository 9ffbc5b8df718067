import { type CsvCell, csvLines } from '@patuh/server/platform/csv';
import { inSnapshot, type Pooled } from '@patuh/server/platform/database';
import type { AuditEvent } from '@patuh/shared/audit/event';
import type { Actor } from '@patuh/shared/domain/actor';

import { refuseOthers, type Wanted } from './list.ts';
import { namesOf, newestEvents } from './queries.ts';

const COLUMNS = [
  'nomor',
  'waktu_utc',
  'pelaku',
  'kode_pelaku',
  'tindakan',
  'hal',
  'kode_hal',
  'rincian',
  'sidik_sebelum',
  'sidik_sesudah',
  'sidik_catatan',
] as const;

/** Events read at once: the file grows as it is sent, and never lies here as a whole. */
const AT_ONCE = 500;

/** The lines of the audit of an office, newest first. Throws `not-found` before the first outside the caller’s scope. */
export async function exportAudit(db: Pooled, actor: Actor, wanted: Wanted): Promise<AsyncGenerator<string>> {
  await inSnapshot(db, async (reader) => await refuseOthers(reader, actor, wanted.office));
  return lines();

  async function* lines(): AsyncGenerator<string> {
    yield csvLines([COLUMNS]);
    let { before } = wanted;
    for (;;) {
      const { events, names } = await inSnapshot(db, async (reader) => {
        const found = await newestEvents(reader, { ...wanted, before, limit: AT_ONCE });
        const ids = new Set(found.flatMap(({ actor: who, subjectId }) => [who, subjectId]));
        return { events: found, names: await namesOf(reader, [...ids]) };
      });
      if (events.length > 0) yield csvLines(events.map((event) => lineOf(event, names)));
      const last = events.at(-1);
      if (last === undefined || events.length < AT_ONCE) return;
      before = last.sequence;
    }
  }
}

function lineOf(event: AuditEvent, names: ReadonlyMap<string, string>): readonly CsvCell[] {
  return [
    event.sequence,
    event.at,
    names.get(event.actor) ?? event.actor,
    event.actor,
    event.action,
    names.get(event.subjectId) ?? null,
    event.subjectId,
    Object.entries(event.detail)
      .map(([what, value]) => `${what}=${value}`)
      .join('; '),
    event.beforeHash,
    event.afterHash,
    event.hash,
  ];
}
