import type { FieldFile } from '@patuh/shared/contracts/field-files';
import type { Edit } from '@patuh/shared/domain/change';
import { type AssessmentId, ChangeId, type PersonId } from '@patuh/shared/domain/ids';
import type { IndicatorId } from '@patuh/shared/domain/instrument';

import { fieldFileOf } from '../../../../web/src/platform/field-file/make-file.ts';
import { readFieldFile } from '../../../../web/src/platform/field-file/read-file.ts';
import { type Ending, exchange } from '../../../../web/src/platform/field-store/exchange.ts';
import type { FieldServer } from '../../../../web/src/platform/field-store/field-server.ts';
import type { FieldStore } from '../../../../web/src/platform/field-store/field-store.ts';
import { openAssessment, type OpenAssessment } from '../../../../web/src/platform/field-store/open-assessment.ts';
import { carriedEdits } from '../../../../web/src/platform/field-store/unsent-files.ts';
import { anEdit, level } from '../examples.ts';
import type { Disk, Loss } from './disk.ts';
import { Killed, mortal } from './mortal.ts';

const NOON = Date.parse('2026-11-22T05:00:00.000Z');

/** A file, and what has to be in it. */
export interface HandedOver {
  readonly file: FieldFile;
  readonly holds: readonly ChangeId[];
}

/** A device of one person: the code of the field app without its screen, on a disk that outlives it. */
export class Phone {
  readonly person: PersonId;
  /** What the screen has called saved. */
  readonly saved = new Map<ChangeId, Edit>();
  /** What was tapped when the phone died: it may be there or not. */
  readonly unsure = new Set<ChangeId>();
  /** Files of colleagues that it was given. */
  readonly carries = new Set<FieldFile>();
  /** Milliseconds by which its clock is wrong. */
  skew = 0;
  readonly #disk: Disk;
  readonly #unit: AssessmentId;
  #store: FieldStore | undefined;
  #assessment: OpenAssessment | undefined;
  #life = Infinity;
  #tapping = 0;
  #exchanging = false;

  constructor(person: PersonId, unit: AssessmentId, disk: Disk) {
    this.person = person;
    this.#unit = unit;
    this.#disk = disk;
  }

  /** Ends after so many more calls of the store, in the middle of whatever it does. */
  dieAfter(calls: number): void {
    this.#life = calls;
    this.#store = undefined;
  }

  /** Closed and opened again, as the system does with what is not in front. */
  restart(): void {
    this.#store?.close();
    this.#store = undefined;
    this.#life = Infinity;
  }

  async lose(what: Loss): Promise<void> {
    this.#disk.use();
    if (what === 'database' || what === 'second copy') this.restart();
    await this.#disk.lose(what);
  }

  async store(): Promise<FieldStore> {
    this.#disk.use();
    if (this.#store === undefined) {
      this.#assessment = undefined;
      this.#store = mortal(await this.#disk.open(), { left: this.#life });
    }
    return this.#store;
  }

  /** Taps a level; it is saved if the screen says so. Before the first pull there is nothing to tap on. */
  async tap(n: number, indicatorId: IndicatorId, value: number): Promise<void> {
    await this.#surviving(async () => {
      this.#tapping = n;
      const assessment = await this.#open();
      if (assessment === undefined) return;
      const { subjectId } = anEdit(n);
      const key = { indicatorId, subjectId, field: 'answer' as const };
      const id = changeIdAt(NOON + this.skew, n);
      const place = { assessmentId: this.#unit, indicatorId };
      const edit = { ...anEdit(n, { entry: level(value) }), ...place, id, base: [...assessment.cell(key).base] };
      await assessment.enter({ indicatorId, subjectId }, edit.entry);
      const { value: shown } = assessment.cell(key);
      if (shown?.changeId === id && shown.keeping === 'on-device') {
        this.saved.set(id, { ...edit, madeAt: new Date(NOON + this.skew).toISOString() });
      } else this.unsure.add(id);
      if (shown?.keeping === 'failed' && !this.#exchanging) this.restart();
    });
  }

  /** The app is a newer one: what a server could not read is tried again. Whether it came to that. */
  async updated(): Promise<boolean> {
    const ended = await this.#surviving(async () => {
      const store = await this.store();
      const refused = (await store.journal()).filter(({ fate }) => fate.kind === 'refused');
      await store.sendAgain(refused.map(({ change }) => change.id));
    });
    return ended !== 'died';
  }

  /** Everything that was not sent, as a file: of an open store, or of a locked one as it lies there. */
  async file(locked: boolean): Promise<HandedOver | undefined> {
    const made = await this.#surviving(async () => {
      const store = await this.store();
      const [changes, keys] = [await store.outbox(Number.MAX_SAFE_INTEGER), await store.keys()];
      if (changes.length === 0 || keys === undefined) return undefined;
      const [me, now] = [{ personId: this.person, name: 'Ani' }, new Date(NOON + this.skew)];
      const file = locked
        ? await this.#disk.lockedFile()
        : await fieldFileOf({ me, changes, keys, teamOf: () => keys.teams[0]?.teamId, now });
      return file && { file, holds: changes.map(({ id }) => id) };
    });
    return made === 'died' ? undefined : made;
  }

  /** Takes a colleague’s file along, as it was handed over: as text. */
  async carry(file: FieldFile): Promise<void> {
    await this.#surviving(async () => {
      const store = await this.store();
      const read = await readFieldFile(JSON.stringify(file), await store.keys());
      if (read.kind === 'read') await store.carry({ file: read.file, opened: read.opened, deliveredAt: null });
      if (read.kind === 'read') this.carries.add(file);
    });
  }

  async exchange(server: FieldServer): Promise<Ending | 'died'> {
    this.#exchanging = true;
    const ending = await this.#surviving(async () => {
      const store = await this.store();
      // As the loop does: a store that throws is tried again later.
      return await exchange(store, server, async () => await this.#reload(store)).catch(whatItMeans);
    });
    this.#exchanging = false;
    return ending;
  }

  /** Whether something is not sent yet, or the store does not open. */
  async isWaiting(): Promise<boolean> {
    const waiting = await this.#surviving(async () => await (await this.store()).outbox(1));
    return waiting === 'died' || waiting.length > 0;
  }

  async #open(): Promise<OpenAssessment | undefined> {
    const store = await this.store();
    if (this.#assessment === undefined) {
      const header = (await store.assessments()).find(({ id }) => id === this.#unit);
      if (header === undefined) return undefined;
      const { id, version } = header.period.instrument;
      const instrument = await store.instrument(id, version);
      if (instrument === undefined) return undefined;
      const loaded = {
        header,
        instrument,
        cells: await store.cells(this.#unit),
        journal: await store.journal(),
        drafts: await store.drafts(this.#unit),
        carried: carriedEdits(await store.carried()),
      };
      const deps = {
        store,
        newChangeId: () => changeIdAt(NOON + this.skew, this.#tapping),
        now: () => new Date(NOON + this.skew),
        entered: () => undefined,
        entering: () => undefined,
        soon: (call: () => void) => call(),
        again: () => undefined,
        me: this.person,
      };
      this.#assessment = openAssessment(deps, loaded);
    }
    return this.#assessment;
  }

  async #reload(store: FieldStore): Promise<void> {
    const header = (await store.assessments()).find(({ id }) => id === this.#unit);
    if (header === undefined || this.#assessment === undefined) return;
    const carried = carriedEdits(await store.carried());
    this.#assessment.reload({ header, cells: await store.cells(this.#unit), journal: await store.journal(), carried });
  }

  async #surviving<Value>(live: () => Promise<Value>): Promise<Value | 'died'> {
    this.#disk.use();
    try {
      return await live();
    } catch (error) {
      if (!(error instanceof Killed) && !isFull(error)) throw error;
      this.restart();
      return 'died';
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function whatItMeans(error: unknown): Ending {
  if (isFull(error)) return { kind: 'problem', code: 'internal-error' };
  throw error;
}

/** As the app makes them, from a clock that may be wrong; the same for the same season. */
function changeIdAt(msecs: number, n: number): ChangeId {
  const time = msecs.toString(16).padStart(12, '0');
  return ChangeId.parse(`${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`);
}
