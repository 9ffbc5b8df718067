import type { AuditEvent, AuditOffice } from '@patuh/shared/audit/event';
import type { AuditDifference, AuditLine, listAudit } from '@patuh/shared/contracts/audit';
import type { Actor } from '@patuh/shared/domain/actor';
import { FieldValue } from '@patuh/shared/domain/change';
import type { TreeNode } from '@patuh/shared/domain/instrument';
import type * as z from 'zod/mini';

import { loadInstrument } from '@patuh/server/platform/assessments/instruments';
import { inSnapshot, type Pooled, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { effectsOn } from './effects.ts';
import {
  auditHead,
  type EventsWanted,
  namesOf,
  newestEvents,
  officesWithEvents,
  type PushedChange,
  provinceNames,
  pushedChanges,
} from './queries.ts';

const PAGE = 50;
/** Of one push; the page says how many more there were. */
const MOST_DIFFERENCES = 40;
const CENTRE = { office: 'pusat', name: 'Kantor pusat' } as const;

export type Wanted = Omit<EventsWanted, 'limit'>;

/**
 * A page of the audit of an office in words: what ids are called now, and what was there before. As of one moment.
 * Throws `not-found` for an office outside the caller's scope.
 */
export async function auditPage(db: Pooled, actor: Actor, wanted: Wanted): Promise<z.infer<typeof listAudit.ok>> {
  return await inSnapshot(db, async (reader) => {
    const offices = await officesOf(reader, actor);
    await refuseOthers(reader, actor, wanted.office);
    const events = await newestEvents(reader, { ...wanted, limit: PAGE + 1 });
    const shown = events.slice(0, PAGE);
    return {
      office: wanted.office,
      offices: [...offices],
      head: await auditHead(reader, wanted.office),
      lines: await linesOf(reader, shown, await effectsOn(reader, wanted.naming ?? '', wanted.office)),
      more: events.length > PAGE,
    };
  });
}

/** Throws `not-found` for an office outside the caller’s scope. */
export async function refuseOthers(db: Reader, actor: Actor, office: AuditOffice): Promise<void> {
  if (!(await mayLookAt(db, actor, office))) throw new ProblemError('not-found');
}

/** The national office looks at all, a head at the office of the own province. */
async function mayLookAt(db: Reader, { grants }: Actor, office: AuditOffice): Promise<boolean> {
  const national = grants.some(({ role }) => role === 'national-admin');
  if (office === CENTRE.office) return national;
  if (national) return (await provinceNames(db, [office])).length > 0;
  return grants.some(({ role, scope }) => role === 'head' && scope.kind === 'province' && scope.code === office);
}

/** What the caller can choose from: offices that have events, and always the own one. */
async function officesOf(db: Reader, { grants }: Actor): Promise<readonly { office: AuditOffice; name: string }[]> {
  if (grants.some(({ role }) => role === 'national-admin')) return [CENTRE, ...(await officesWithEvents(db))];
  const own = grants.flatMap(({ role, scope }) => (role === 'head' && scope.kind === 'province' ? [scope.code] : []));
  return await provinceNames(db, own);
}

/** Events in words; `effects` by the id of their subject. */
export async function linesOf(
  db: Reader,
  events: readonly AuditEvent[],
  effects: ReadonlyMap<string, NonNullable<AuditLine['effect']>> = new Map(),
): Promise<AuditLine[]> {
  const named = events.flatMap(({ actor, subjectId, detail }) => [
    actor,
    subjectId,
    ...Object.values(detail).map(String),
  ]);
  const names = await namesOf(db, [...new Set(named)]);
  const pushes = events.filter(({ action }) => action === 'answers.pushed').map(({ subjectId }) => subjectId);
  const pushed = Map.groupBy(await pushedChanges(db, pushes, MOST_DIFFERENCES), ({ pushId }) => pushId);
  const indicators = await indicatorNames(db, [...pushed.values()].flat());
  return events.map((event) => {
    const changes = pushed.get(event.subjectId) ?? [];
    const units = [...new Set(changes.map(({ unit }) => unit))];
    return {
      office: event.office,
      sequence: event.sequence,
      at: event.at,
      actor: { kind: event.actorKind, id: event.actor, name: names.get(event.actor) ?? null },
      action: event.action,
      subject: {
        kind: event.subjectKind,
        id: event.subjectId,
        label: names.get(event.subjectId) ?? (units.length === 0 ? null : units.join('; ')),
      },
      detail: event.detail,
      names: Object.fromEntries(
        Object.values(event.detail).flatMap((value) => {
          const name = names.get(String(value));
          return name === undefined ? [] : [[String(value), name]];
        }),
      ),
      differences: [...wordDifferences(event), ...changes.map((change) => differenceOf(change, indicators))],
      moreDifferences: Math.max(0, (changes[0]?.total ?? 0) - changes.length),
      effect: effects.get(event.subjectId) ?? null,
      beforeHash: event.beforeHash,
      afterHash: event.afterHash,
      hash: event.hash,
    };
  });
}

function differenceOf(change: PushedChange, indicators: ReadonlyMap<string, string>): AuditDifference {
  const { unit, indicatorId, instrumentId, instrumentVersion, subject, before, after, removedAt } = change;
  const indicator = indicators.get(`${instrumentId} ${instrumentVersion} ${indicatorId}`) ?? null;
  const entry = FieldValue.safeParse(after);
  const earlier = FieldValue.safeParse(before);
  // A profile that was purged: its place is all that is left.
  if (!entry.success) return { kind: 'removed', unit, indicator, subject, field: after.field, at: removedAt };
  return { kind: 'cell', unit, indicator, subject, before: earlier.success ? earlier.data : null, after: entry.data };
}

/** `from` and `to` of the detail are what a thing was and became. */
function wordDifferences({ detail: { from, to } }: AuditEvent): readonly AuditDifference[] {
  if (from === undefined || to === undefined) return [];
  return [{ kind: 'word', what: 'state', before: String(from), after: String(to) }];
}

async function indicatorNames(
  db: Reader,
  changes: readonly { readonly instrumentId: string; readonly instrumentVersion: number }[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const used = new Map(changes.map((change) => [`${change.instrumentId} ${change.instrumentVersion}`, change]));
  for (const [key, { instrumentId, instrumentVersion }] of used) {
    const loaded = await loadInstrument(db, instrumentId, instrumentVersion);
    for (const node of loaded?.instrument.tree ?? []) nameIndicators(node, key, names);
  }
  return names;
}

function nameIndicators(node: TreeNode, key: string, names: Map<string, string>): void {
  if (node.node === 'indicator') names.set(`${key} ${node.id}`, node.name);
  else for (const child of node.children) nameIndicators(child, key, names);
}
