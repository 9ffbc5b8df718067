import type { Cell, CellKey, Edit, FieldValue } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { cellKey } from '@patuh/shared/sync/cell-key';
import { withdrawnIn, withoutWithdrawn } from '@patuh/shared/sync/withdrawn';

import type { AssessmentHeader, CarriedEdit, Draft, DraftContent, FieldStore, JournalEntry } from './field-store.ts';
import { asCell, localCell, type LocalCell, MOST_BASES } from './local-cell.ts';
import { sameValue } from './same-value.ts';
import { keyOf } from './snapshot.ts';
import { unsavedEdits } from './unsaved-edits.ts';

/** What an assessment on the screen needs from outside. */
export interface OpenDeps {
  readonly store: FieldStore;
  readonly newChangeId: () => ChangeId;
  readonly now: () => Date;
  /** Called after a change came into the store. */
  readonly entered: () => void;
  /** An edit begins its way into the store. */
  readonly entering: (edit: Edit) => void;
  /** Calls once a tap is painted: what counts over all places need not be in the same frame. */
  readonly soon: (call: () => void) => void;
  /** Calls once it is worth trying again to keep what could not be kept. */
  readonly again: (failures: number, call: () => void) => void;
  /** Whose device it is. */
  readonly me: PersonId;
}

/** What the store held of an assessment at one moment. */
export interface Loaded {
  readonly header: AssessmentHeader;
  readonly instrument: Instrument;
  readonly cells: readonly Cell[];
  readonly journal: readonly JournalEntry[];
  readonly drafts: readonly Draft[];
  /** Out of colleagues’ files that the server does not have yet. */
  readonly carried: readonly CarriedEdit[];
}

/**
 * One assessment in the memory of the page: every place can be listened to by itself, so that a tap draws one question
 * anew and nothing else. What is entered is on the screen at once and in the store a moment later.
 */
export interface OpenAssessment {
  readonly id: AssessmentId;
  readonly instrument: Instrument;
  readonly header: () => AssessmentHeader;
  /** The same object until something about this place changes. */
  readonly cell: (key: CellKey) => LocalCell;
  /**
   * Every place with a value, one’s own unsent ones included, but none of a withdrawn user; the same array until something
   * changes.
   */
  readonly cells: () => readonly Cell[];
  /** Everything this device did not bring in: refused and late changes. */
  readonly leftOvers: () => readonly LocalCell[];
  /** One’s own edits of this device, in no particular order. */
  readonly ownEdits: () => readonly Edit[];
  readonly onCell: (key: CellKey, listener: () => void) => () => void;
  readonly onAny: (listener: () => void) => () => void;
  /** Resolves when it is in the store, or could not be for now: then it is tried again by itself. Replaces what is on the screen at that place, unless `base` says otherwise. */
  enter(place: Omit<CellKey, 'field'>, entry: FieldValue, base?: readonly ChangeId[]): Promise<void>;
  draft(key: CellKey): DraftContent | undefined;
  keepDraft(key: CellKey, content: DraftContent | null): void;
  /** Takes over what the store holds now. */
  reload(loaded: Omit<Loaded, 'instrument' | 'drafts'>): void;
  /** How many entries are on the screen and nowhere else, because the device could not keep them. */
  readonly unkept: () => number;
  /** What is on its way into the store. */
  readonly underWay: () => readonly Edit[];
  /** Tries again to keep them, now. */
  readonly retry: () => void;
  /** Whether any entry is on its way into the store, or could not be kept. */
  readonly isPending: () => boolean;
  /** Once nothing is on its way any more: kept, or not. */
  readonly atRest: () => Promise<void>;
}

export function openAssessment(deps: OpenDeps, loaded: Loaded): OpenAssessment {
  const { id } = loaded.header;
  const { instrument } = loaded;
  let { header } = loaded;
  let server = byKey(loaded.cells);
  let own = ownOf(id, loaded.journal);
  let all: readonly Cell[] | undefined;
  let carried = carriedOf(id, loaded.carried);
  const keysUnsaved = new Map<string, CellKey>();
  const unsaved = unsavedEdits({
    store: deps.store,
    again: deps.again,
    kept: (text, entry) => {
      own.set(text, [...(own.get(text) ?? []), entry]);
      settled(text);
    },
    changed: (text) => settled(text),
  });
  const locals = new Map<string, LocalCell>();
  const drafts = new Map(loaded.drafts.map((draft) => [cellKey(draft), draft.content]));
  const cellListeners = new Map<string, Set<() => void>>();
  const anyListeners = new Set<() => void>();

  const derive = (key: CellKey, text: string): LocalCell => {
    const beside = { carried: carried.get(text) ?? [], myName: nameOf(header, deps.me) };
    return localCell(key, server.get(text), own.get(text) ?? [], unsaved.at(text), beside);
  };

  const everyKey = (): readonly CellKey[] => keysOf(server, own, carried, locals, keysUnsaved);

  function cell(key: CellKey): LocalCell {
    const text = cellKey(key);
    const known = locals.get(text) ?? derive(key, text);
    locals.set(text, known);
    return known;
  }

  function allCells(): readonly Cell[] {
    all ??= withoutWithdrawn(everyKey().flatMap((key) => asCell(cell(key)) ?? []));
    return all;
  }

  /** Draws the place anew if it shows something else now. */
  function refresh(key: CellKey): boolean {
    const text = cellKey(key);
    const [old, next] = [locals.get(text), derive(key, text)];
    if (old !== undefined && sameValue(old, next)) return false;
    locals.set(text, next);
    for (const listener of cellListeners.get(text) ?? []) listener();
    return true;
  }

  let announcing = false;

  function announce(): void {
    all = undefined;
    if (announcing) return;
    announcing = true;
    deps.soon(() => {
      announcing = false;
      for (const listener of anyListeners) listener();
    });
  }

  /** An edit is kept, or could not be. */
  function settled(text: string): void {
    const key = keysUnsaved.get(text);
    if (unsaved.at(text) === undefined) keysUnsaved.delete(text);
    if (key !== undefined) refresh(key);
    deps.entered();
  }

  async function enter(place: Omit<CellKey, 'field'>, entry: FieldValue, base?: readonly ChangeId[]): Promise<void> {
    const { indicatorId, subjectId } = place;
    const key: CellKey = { indicatorId, subjectId, field: entry.field };
    const text = cellKey(key);
    const madeAt = deps.now().toISOString();
    const replaced = (base ?? cell(key).base).slice(0, MOST_BASES);
    const edit: Edit = {
      id: deps.newChangeId(),
      assessmentId: id,
      indicatorId,
      subjectId,
      entry,
      base: replaced,
      madeAt,
    };
    keysUnsaved.set(text, key);
    drafts.delete(text);
    const keeping = unsaved.keep(text, edit);
    deps.entering(edit);
    refresh(key);
    announce();
    await keeping;
  }

  return {
    id,
    instrument,
    header: () => header,
    cell,
    cells: allCells,
    leftOvers: () => {
      const withdrawn = withdrawnIn(allCells());
      return everyKey()
        .filter(({ subjectId, field }) => !withdrawn.has(subjectId) || field === 'presence')
        .map(cell)
        .filter(({ refused, late }) => refused !== undefined || late !== undefined);
    },
    ownEdits: () => [...own.values()].flatMap((entries) => entries.map(({ change }) => change)),
    onCell: (key, listener) => {
      const text = cellKey(key);
      const listeners = cellListeners.get(text) ?? new Set();
      cellListeners.set(text, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    onAny: (listener) => {
      anyListeners.add(listener);
      return () => anyListeners.delete(listener);
    },
    enter,
    draft: (key) => drafts.get(cellKey(key)) ?? undefined,
    keepDraft: (key, content) => {
      if (content === null) drafts.delete(cellKey(key));
      else drafts.set(cellKey(key), content);
      // What is half filled in is on the screen all the same; the change it becomes is kept or said not to be.
      void deps.store.keepDraft({ ...key, assessmentId: id, content }).catch(() => undefined);
    },
    reload: (next) => {
      const headerChanged = !sameValue(header, next.header);
      if (headerChanged) ({ header } = next);
      server = byKey(next.cells);
      carried = carriedOf(id, next.carried);
      // A change that came into the store while it was being read is only here yet.
      const read = new Set(next.journal.map(({ change }) => change.id));
      const newer = [...own.values()].flat().filter(({ change }) => !read.has(change.id));
      own = ownOf(id, [...next.journal, ...newer]);
      const changed = everyKey().filter(refresh);
      if (headerChanged || changed.length > 0) announce();
    },
    unkept: () => unsaved.failed(),
    underWay: () => unsaved.underWay(),
    retry: () => unsaved.retry(),
    isPending: () => unsaved.pending(),
    atRest: async () => await unsaved.atRest(),
  };
}

/** Under which name the server tells the team of what this person entered. */
function nameOf({ team }: AssessmentHeader, person: PersonId): string {
  return team.members.find(({ personId }) => personId === person)?.name ?? '';
}

function carriedOf(id: AssessmentId, edits: readonly CarriedEdit[]): ReadonlyMap<string, readonly CarriedEdit[]> {
  const at = new Map<string, CarriedEdit[]>();
  for (const one of edits) {
    const { assessmentId, indicatorId, subjectId, entry } = one.edit;
    if (assessmentId !== id) continue;
    const text = cellKey({ indicatorId, subjectId, field: entry.field });
    at.set(text, [...(at.get(text) ?? []), one]);
  }
  return at;
}

function byKey(cells: readonly Cell[]): ReadonlyMap<string, Cell> {
  return new Map(cells.map((cell) => [keyOf(cell), cell]));
}

function ownOf(id: AssessmentId, journal: readonly JournalEntry[]): Map<string, readonly JournalEntry[]> {
  const own = new Map<string, JournalEntry[]>();
  for (const entry of journal) {
    const { assessmentId, indicatorId, subjectId, entry: value } = entry.change;
    if (assessmentId !== id) continue;
    const text = cellKey({ indicatorId, subjectId, field: value.field });
    const list = own.get(text) ?? [];
    list.push(entry);
    own.set(text, list);
  }
  return own;
}

/** Every place of which anything is known, each once. */
function keysOf(
  server: ReadonlyMap<string, Cell>,
  own: ReadonlyMap<string, readonly JournalEntry[]>,
  carried: ReadonlyMap<string, readonly CarriedEdit[]>,
  locals: ReadonlyMap<string, LocalCell>,
  unsaved: ReadonlyMap<string, CellKey>,
): readonly CellKey[] {
  const keys = new Map<string, CellKey>();
  for (const [text, { indicatorId, subjectId, field }] of locals) {
    if (server.has(text) || own.has(text) || carried.has(text)) keys.set(text, { indicatorId, subjectId, field });
  }
  for (const [text, { indicatorId, subjectId, current }] of server) {
    keys.set(text, { indicatorId, subjectId, field: current.entry.field });
  }
  for (const [text, [first]] of own) if (first !== undefined) keys.set(text, keyOfEdit(first.change));
  for (const [text, [first]] of carried) if (first !== undefined) keys.set(text, keyOfEdit(first.edit));
  for (const [text, key] of unsaved) keys.set(text, key);
  return [...keys.values()];
}

function keyOfEdit({ indicatorId, subjectId, entry }: Edit): CellKey {
  return { indicatorId, subjectId, field: entry.field };
}
