import type { AuditActor } from '@patuh/shared/audit/event';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { importedPayload } from '@patuh/shared/publication/imported';
import { importedCountsPayload } from '@patuh/shared/publication/imported-counts';
import { type Payload, PublicationFile, PublicationId } from '@patuh/shared/publication/payload';
import { sealPublication } from '@patuh/shared/publication/seal';

import { appendAudit } from '@patuh/server/platform/audit';
import type { Reference } from '@patuh/server/platform/catalogue/reference';
import { inTransaction, type Pooled, type Writer } from '@patuh/server/platform/database';
import {
  headSequence,
  insertPublication,
  lockChain,
  publicationsAfter,
} from '@patuh/server/platform/publication-chain';
import { publicationEntry } from './audit.ts';
import type { NationalCountLine } from './counts-rows.ts';
import type { Fault } from './csv-file.ts';
import { type ListChange, type PlannedList, planLists, type PublishedInput } from './list-plan.ts';

/** What a correction needs: which publications may be replaced, and why. */
export interface Correction {
  readonly replaces: readonly string[];
  readonly reason: string | null;
}

export interface ImportDeps {
  readonly db: Pooled;
  readonly reference: Reference;
  readonly secretKey: Uint8Array;
  readonly now: () => Date;
  /** Who imports, for the audit. */
  readonly actor: AuditActor;
}

export interface ListOutcome {
  readonly scope: ProvinceCode | 'nasional';
  readonly year: number;
  readonly outcome: 'published' | 'unchanged' | 'corrected';
  readonly id: string;
  readonly rows: number;
}

/** A published value that the file would change, and the publication that a correction must name. */
export interface RefusedChange extends ListChange {
  readonly publication: string;
}

export type ImportResult =
  | { readonly kind: 'done'; readonly lists: readonly ListOutcome[] }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[]; readonly changes: readonly RefusedChange[] };

/**
 * Takes published results into the chain of publications: all lists of the file or none. The same content again changes
 * nothing; a changed value makes a correcting publication and only if the correction names what it replaces and why.
 */
export function importPublished(
  deps: ImportDeps,
  input: PublishedInput,
  correction: Correction,
): Promise<ImportResult> {
  return publish(deps, correction, (chain) => {
    const { lists, faults } = planLists(input, chain.files, deps.reference);
    return { faults, drafts: lists.map(listDraft) };
  });
}

/** Takes published national totals into the chain, one publication per year, by the same rules as lists. */
export function importNationalCounts(
  deps: ImportDeps,
  lines: readonly NationalCountLine[],
  source: string,
  correction: Correction,
): Promise<ImportResult> {
  return publish(deps, correction, (chain) => ({ faults: [], drafts: nationalDrafts(lines, source, chain) }));
}

/**
 * Publishes the history of the reference data in one go, and only if nothing was ever published: after a crash in the
 * middle nothing of it is there, and the next start makes it whole.
 */
export function importHistory(
  deps: ImportDeps,
  input: PublishedInput,
  national: readonly NationalCountLine[],
  source: string,
): Promise<ImportResult> {
  return publish(deps, { replaces: [], reason: null }, (chain) => {
    if (chain.files.length > 0) return { faults: [], drafts: [] };
    const { lists, faults } = planLists(input, [], deps.reference);
    return { faults, drafts: [...lists.map(listDraft), ...nationalDrafts(national, source, chain)] };
  });
}

/** One publication that the file would make, before anybody decided whether it may. */
interface Draft {
  readonly scope: ListOutcome['scope'];
  readonly year: number;
  readonly rows: number;
  readonly current: PublicationFile | undefined;
  readonly unchanged: boolean;
  readonly changes: readonly ListChange[];
  readonly payload: (about: Pick<Payload, 'id' | 'publishedAt' | 'replaces'>) => Payload;
}

/** The chain as the transaction sees it. */
interface Chain {
  readonly files: readonly PublicationFile[];
}

async function publish(
  deps: ImportDeps,
  correction: Correction,
  plan: (chain: Chain) => { readonly faults: readonly Fault[]; readonly drafts: readonly Draft[] },
): Promise<ImportResult> {
  return inTransaction(deps.db, async (trx) => {
    await lockChain(trx, 'main');
    const stored = await publicationsAfter(trx, 'main', 0);
    const files = stored.map(({ bytes }) => PublicationFile.parse(JSON.parse(bytes)));
    const { faults, drafts } = plan({ files });
    // A faulty list has no draft, so nothing can be said yet about what it would replace.
    const problems = faults.length > 0 ? faults : uselessReplacements(drafts, correction);
    const changes = drafts.flatMap((draft) => forbiddenChanges(draft, correction));
    if (problems.length > 0 || changes.length > 0) return { kind: 'refused', faults: problems, changes };
    return { kind: 'done', lists: await write(trx, deps, drafts, files, correction) };
  });
}

async function write(
  trx: Writer,
  deps: ImportDeps,
  drafts: readonly Draft[],
  files: readonly PublicationFile[],
  correction: Correction,
): Promise<readonly ListOutcome[]> {
  const outcomes: ListOutcome[] = [];
  const made: PublicationFile[] = [];
  let previous = files.at(-1)?.hash ?? null;
  let sequence = await headSequence(trx, 'main');
  const publishedAt = deps.now().toISOString();
  for (const draft of drafts) {
    const { scope, year, rows, current } = draft;
    if (current !== undefined && draft.unchanged) {
      outcomes.push({ scope, year, rows, outcome: 'unchanged', id: current.payload.id });
      continue;
    }
    const replaces =
      current === undefined || correction.reason === null
        ? null
        : { id: current.payload.id, hash: current.hash, reason: correction.reason };
    const payload = draft.payload({ id: nextId(files, scope, year), publishedAt, replaces });
    const sealed = sealPublication(payload, previous, deps.secretKey);
    sequence += 1;
    await insertPublication(trx, sequence, sealed.file, sealed.text);
    made.push(sealed.file);
    previous = sealed.file.hash;
    outcomes.push({ scope, year, rows, outcome: replaces === null ? 'published' : 'corrected', id: payload.id });
  }
  for (const file of made) await appendAudit(trx, publicationEntry(deps.actor, file), deps.now);
  return outcomes;
}

/** `53-2024-2` is the second publication of that list, whatever the first one was. */
function nextId(files: readonly PublicationFile[], scope: ListOutcome['scope'], year: number): PublicationId {
  const prefix = `${scope}-${year}-`;
  const made = files.filter(({ payload }) => payload.id.startsWith(prefix)).length;
  return PublicationId.parse(`${prefix}${made + 1}`);
}

function isAllowed({ current }: Draft, correction: Correction): boolean {
  return current === undefined || (correction.reason !== null && correction.replaces.includes(current.payload.id));
}

function forbiddenChanges(draft: Draft, correction: Correction): readonly RefusedChange[] {
  if (draft.unchanged || isAllowed(draft, correction)) return [];
  const publication = draft.current?.payload.id ?? '';
  const changes =
    draft.changes.length > 0
      ? draft.changes
      : [{ line: null, government: '', message: 'cakupan atau jumlah yang diterbitkan berbeda' }];
  return changes.map((change) => ({ ...change, publication }));
}

/** Naming a publication that the file does not change is a mistake somebody should hear of before anything is written. */
function uselessReplacements(drafts: readonly Draft[], { replaces, reason }: Correction): readonly Fault[] {
  const changed = drafts.filter((draft) => !draft.unchanged).map((draft) => draft.current?.payload.id);
  const useless = replaces.filter((id) => !changed.some((other) => other === id));
  const faults = useless.map((id) => ({
    line: null,
    column: null,
    message: `--replaces ${id}: berkas ini tidak mengubah publikasi itu, atau publikasi itu sudah diganti.`,
  }));
  if (replaces.length > 0 && reason === null) {
    faults.push({ line: null, column: null, message: '--replaces memerlukan --reason: sebutkan alasan koreksi.' });
  }
  return faults;
}

function listDraft(list: PlannedList): Draft {
  const { province, year, current, unchanged, changes, content } = list;
  return {
    scope: province,
    year,
    rows: content.rows.length,
    current: current?.file,
    unchanged,
    changes,
    payload: (about) => importedPayload({ ...content, ...about, chain: 'main' }),
  };
}

function nationalDrafts(lines: readonly NationalCountLine[], source: string, chain: Chain): readonly Draft[] {
  const years = [...new Set(lines.map((line) => line.year))].toSorted((a, b) => a - b);
  return years.map((year) => nationalDraft(year, lines, source, chain));
}

function nationalDraft(year: number, lines: readonly NationalCountLine[], source: string, chain: Chain): Draft {
  const kinds = lines.filter((line) => line.year === year).map(({ year: _year, ...counts }) => counts);
  const replaced = new Set(chain.files.map((file) => file.payload.replaces?.id));
  const current = chain.files.find(
    ({ payload }) =>
      payload.publicationKind === 'imported-counts' &&
      payload.scope.kind === 'national' &&
      payload.year === year &&
      !replaced.has(payload.id),
  );
  const payload: Draft['payload'] = (about) =>
    importedCountsPayload({ ...about, chain: 'main', year, scope: { kind: 'national' }, source, counts: { kinds } });
  const unchanged = current !== undefined && sameCounts(payload({ ...current.payload }), current.payload);
  return { scope: 'nasional', year, rows: kinds.length, current, unchanged, changes: [], payload };
}

function sameCounts(a: Payload, b: Payload): boolean {
  if (a.publicationKind !== 'imported-counts' || b.publicationKind !== 'imported-counts') return false;
  return canonicalText([a.kinds, a.total, a.source]) === canonicalText([b.kinds, b.total, b.source]);
}
