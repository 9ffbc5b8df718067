import { openEntries } from '@patuh/server/features/field-files/open-entries';
import { renumbered } from '@patuh/server/features/field-files/renumbered';
import { type Earlier, takeIn } from '@patuh/server/features/sync/intake';
import { answerTo } from '@patuh/server/features/sync/outcome';
import { isSameGeneration } from '@patuh/server/platform/assessments/generation';
import type { LockedAssessment } from '@patuh/server/platform/assessments/lock';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { FieldFile, FieldKeys, FileOutcome } from '@patuh/shared/contracts/field-files';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { Cell, Change, ChangeAnswer, ChangeRefusal } from '@patuh/shared/domain/change';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { ChangeId, DeviceId, PersonId } from '@patuh/shared/domain/ids';
import { type Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { cellKey } from '@patuh/shared/sync/cell-key';
import { type Head, placeChange } from '@patuh/shared/sync/place-change';

import type { PullAnswer, PullInput } from '../../../../web/src/platform/field-store/field-server.ts';
import { TEST_CUSTODY } from '../../../support/custody.ts';
import { assessmentId, aView } from '../examples.ts';
import type { Far } from './far.ts';
import { keysOf } from './keys.ts';

/** A place with everything that was ever stored there. */
interface FarCell {
  readonly heads: readonly Head[];
  readonly bases: ReadonlyMap<ChangeId, readonly ChangeId[]>;
  readonly version: number;
  readonly at: Pick<Change, 'indicatorId' | 'subjectId'>;
}

interface Stored {
  readonly change: Change;
  readonly by: PersonId;
  readonly fate: 'placed' | 'late';
}

/** Everything committed; a value, so that a backup of it is the thing itself. */
interface Committed {
  readonly changes: readonly Stored[];
  readonly refused: ReadonlyMap<string, { readonly change: Change; readonly reason: ChangeRefusal }>;
  readonly cursors: ReadonlyMap<string, number>;
  readonly cells: ReadonlyMap<string, FarCell>;
  readonly version: number;
  readonly state: AssessmentState;
}

const UNIT = assessmentId(1);

/** Each restore counts in numbers of its own (`platform/assessments/generation.ts`). */
const GENERATION = 100_000;

const NOTHING: Committed = {
  changes: [],
  refused: new Map(),
  cursors: new Map(),
  cells: new Map(),
  version: 0,
  state: 'in-progress',
};

/**
 * The server as an assessment’s devices know it, in memory: what it decides is decided by the code of the server itself,
 * only the database is a value.
 */
export class FarEnd implements Far {
  #now = NOTHING;
  readonly #backups: Committed[] = [NOTHING];
  restores = 0;
  /** Entries of files that could not be stored as their author’s. */
  flawed = 0;

  push(person: PersonId, changes: readonly Change[]): PushAnswer {
    const { cursors, refused, changes: stored } = this.#now;
    const mine = `${person} `;
    const lastOf = new Map<DeviceId, number>(
      changes.map(({ deviceId }) => [deviceId, cursors.get(mine + deviceId) ?? 0]),
    );
    const earlier = new Map<ChangeId, Earlier>([
      ...changes.flatMap(({ id, deviceId, seq }) => {
        const known = seq <= (lastOf.get(deviceId) ?? 0) ? refused.get(mine + id) : undefined;
        return known === undefined
          ? []
          : [[id, { content: known.change, by: person, fate: { refused: known.reason } }] as const];
      }),
      ...stored.map(({ change, by, fate }) => [change.id, { content: change, by, fate }] as const),
    ]);
    const assessments = new Map([[UNIT, this.#locked()]]);
    const decided = takeIn(
      { personId: person, earlier, cursors: lastOf, assessments, misfit: () => undefined },
      changes,
    );

    const placed = new Map<ChangeId, { kind: 'applied' | 'conflict' | 'history'; with: readonly ChangeId[] }>();
    const kept: Stored[] = [];
    const cells = new Map(this.#now.cells);
    const quarantine = new Map(refused);
    const version = this.#now.version + 1;
    for (const { change, decision } of decided) {
      if (decision.kind === 'quarantined') quarantine.set(mine + change.id, { change, reason: decision.reason });
      if (decision.kind === 'taken') placed.set(change.id, place(cells, person, change, version));
      if (decision.kind === 'taken') kept.push({ change, by: person, fate: 'placed' });
      if (decision.kind === 'late') kept.push({ change, by: person, fate: 'late' });
    }
    const moved = new Map([...lastOf].map(([device, last]) => [mine + device, last]));
    this.#now = {
      ...this.#now,
      changes: [...stored, ...kept],
      refused: quarantine,
      cursors: new Map([...cursors, ...moved]),
      cells,
      version: kept.length > 0 ? version : this.#now.version,
    };
    const receipt = { assessmentId: UNIT, version: this.#now.version, answersHash: this.hash() };
    return { answers: decided.map((one) => answerTo(one, placed)), receipts: [receipt] };
  }

  /** As `field-files/take-file.ts` does: numbers that are of no use are given anew. */
  async takeFile(file: FieldFile): Promise<FileOutcome> {
    const author = file.from.personId;
    const key = TEST_CUSTODY.openLock(file.locks.office, author);
    if (key === undefined) throw new RangeError('A file that the office cannot open');
    const authorKeys = TEST_CUSTODY.authorKeys(author);
    const { changes, flawed } = await openEntries(file.entries, { key, author, authorKeys });
    const answers = this.#inBatches(author, changes);
    const stuck = changes.filter((_, index) => isAboutNumber(answers[index]));
    this.#inBatches(
      author,
      renumbered(stuck).flatMap((anew) => anew.changes),
    );
    this.flawed += flawed.length;
    return { stored: changes.length, already: 0, conflicts: 0, late: 0, refused: flawed.length, held: stuck.length };
  }

  #inBatches(person: PersonId, changes: readonly Change[]): readonly ChangeAnswer[] {
    return changes.length === 0 ? [] : this.push(person, changes).answers;
  }

  /** As the server does: whoever is ahead of it, or has nothing, gets the assessment whole. */
  pull(person: PersonId, { device, earlier, have }: PullInput): PullAnswer {
    const { version, cells, cursors, state } = this.#now;
    const had = have.find((known) => known.assessmentId === UNIT)?.version;
    const since = had === undefined || had > version || !isSameGeneration(had, version) ? 0 : had;
    const newer = [...cells.values()].filter((cell) => cell.version > since).map(asCell);
    const view: AssessmentView = aView({ id: UNIT, version, state, cells: newer, answersHash: this.hash() });
    return {
      assessments: had === version ? [] : [view],
      whole: had !== version && since === 0 ? [UNIT] : [],
      gone: [],
      taken: [device.id, ...earlier].map((deviceId) => ({
        deviceId,
        lastSeq: cursors.get(`${person} ${deviceId}`) ?? 0,
      })),
    };
  }

  keys(person: PersonId): FieldKeys {
    return keysOf(TEST_CUSTODY, person, aView().team.id);
  }

  instrument(id: string, version: number): Instrument {
    return { id, version } as Instrument;
  }

  stored(): readonly Stored[] {
    return this.#now.changes;
  }

  cells(): readonly Cell[] {
    return [...this.#now.cells.values()].map(asCell);
  }

  hash(): string {
    return answersHash([...this.#now.cells.values()].map((cell) => hashedCell(asCell(cell))));
  }

  /** The office hands it in, or gives it back: what arrives in between is late. */
  becomes(state: AssessmentState): void {
    this.#now = { ...this.#now, state, version: this.#now.version + 1 };
  }

  backUp(): void {
    this.#backups.push(this.#now);
  }

  /** Everything since that backup is gone on this side. */
  restore(age: number): void {
    this.restores += 1;
    const old = this.#backups.at(-1 - (age % this.#backups.length)) ?? NOTHING;
    this.#now = { ...old, version: (old.version % GENERATION) + this.restores * GENERATION };
  }

  #locked(): LockedAssessment {
    const view = aView();
    return {
      id: UNIT,
      version: this.#now.version,
      unchangedSince: this.#now.version,
      state: this.#now.state,
      place: {
        province: ProvinceCode.parse('99'),
        government: GovernmentCode.parse('99.01'),
        unit: view.unit.id,
      },
      periodId: view.period.id,
      chain: 'main',
      periodKind: 'season',
      unitKind: UnitKind.parse('puskesmas'),
      teamId: view.team.id,
      members: [],
      formerMembers: [],
      instrumentId: view.period.instrument.id,
      instrumentVersion: 1,
      instrumentHash: view.period.instrument.contentHash,
      published: false,
      purged: [],
    };
  }
}

function isAboutNumber(answer: ChangeAnswer | undefined): boolean {
  return answer?.outcome === 'held' || (answer?.outcome === 'refused' && answer.reason === 'number-used');
}

function place(cells: Map<string, FarCell>, by: PersonId, change: Change, version: number) {
  const { id, base, entry, indicatorId, subjectId } = change;
  const key = cellKey({ indicatorId, subjectId, field: entry.field });
  const past = cells.get(key) ?? { heads: [], bases: new Map<ChangeId, readonly ChangeId[]>(), version };
  const { kind, heads } = placeChange(past, { id, by, entry, base });
  if (kind === 'duplicate') throw new RangeError(`Placed twice: ${id}`);
  const bases = new Map(past.bases).set(id, base);
  const isAsBefore = kind === 'history' && heads.length === past.heads.length;
  cells.set(key, { heads, bases, version: isAsBefore ? past.version : version, at: { indicatorId, subjectId } });
  const others = heads.slice(0, -1).map((head) => head.id);
  return { kind, with: kind === 'conflict' ? others : [] };
}

/** A cell as it is sent. */
function asCell({ heads, at }: FarCell): Cell {
  const values = heads.map(({ id, entry, by }) => ({ changeId: id, entry, by, at: '2026-11-22T05:00:00.000Z' }));
  const current = values.at(-1);
  if (current === undefined) throw new Error('A cell without a value');
  return { ...at, current, others: values.slice(0, -1) };
}
