import { enterWithFile, finishUnfinished } from '../../../../web/src/platform/evidence/keep-evidence.ts';
import { sendFilesBy } from '../../../../web/src/platform/evidence/send-rows.ts';
import type { SendOne } from '../../../../web/src/platform/evidence/sending.ts';
import { type Ending, exchange } from '../../../../web/src/platform/field-store/exchange.ts';
import type { FieldServer } from '../../../../web/src/platform/field-store/field-server.ts';
import type { FieldStore } from '../../../../web/src/platform/field-store/field-store.ts';
import { type FilesDesk, filesDesk } from '../../../../web/src/platform/field-store/files-desk.ts';
import { letGo } from '../../../../web/src/platform/field-store/let-go.ts';
import { openAssessment, type OpenAssessment } from '../../../../web/src/platform/field-store/open-assessment.ts';
import type { RoomLeft } from '../../../../web/src/platform/field-store/room.ts';
import { assessmentId, changeId, personId } from '../examples.ts';
import { aPhoto, evidenceId } from '../files.ts';
import type { Disk } from './disk.ts';
import { Killed, type Life, mortal } from './mortal.ts';
import { sha256Of } from './photo-far.ts';

const UNIT = assessmentId(1);
const NOON = Date.parse('2026-11-22T05:00:00.000Z');
const DAY = 86_400_000;

/** A phone that takes photos: the code of the field app without its screen and its camera, on a disk that outlives it. */
export class PhotoPhone {
  readonly person = personId(1);
  /** What the screen has called kept, by its hash. */
  readonly saved = new Map<string, Uint8Array>();
  /** Of those, the ones that lay here when the database was lost, or were let go of because the phone ran low. */
  readonly excused = new Set<string>();
  day = 0;
  readonly #disk: Disk;
  #life: Life = { left: Infinity };
  #store: FieldStore | undefined;
  #unit: OpenAssessment | undefined;
  #files: FilesDesk | undefined;
  #line: SendOne | undefined;
  #sending: Promise<Ending> | undefined;
  #soon: Promise<void> | undefined;
  #changes = 0;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  restart(life = Infinity): void {
    this.#store?.close();
    this.#store = undefined;
    this.#life = { left: life };
  }

  /** Another life of the app begins, and ends after so many calls. */
  dieAfter(calls: number): void {
    this.restart(calls);
  }

  async loseDatabase(): Promise<void> {
    this.#disk.use();
    this.restart();
    for (const sha256 of this.saved.keys()) this.excused.add(sha256);
    await this.#disk.lose('database');
    // It is opened at once, so that both places hold everything again.
    await this.#surviving(async () => await this.store());
  }

  async take(n: number): Promise<void> {
    await this.#surviving(async () => {
      const store = await this.store();
      const unit = await this.#open();
      if (unit === undefined) return;
      const content = Uint8Array.from({ length: 30 + ((n * 37) % 100) }, (_, i) => (n * 31 + i * 7) % 256);
      const sha256 = sha256Of(content);
      const file = { sha256, size: content.length, type: 'image/jpeg' as const, originalSha256: sha256 };
      const piece = { id: evidenceId(n), value: aPhoto(n, { file }) };
      const outcome = await enterWithFile(store, unit, piece, { content, thumbnail: Uint8Array.from([n % 256]) });
      if (outcome.kind === 'kept') this.saved.set(sha256, content);
      if (this.#life.left <= 0) throw new Killed();
    });
  }

  /** As the app does it: answers first, then what may leave, then photos. */
  async exchange(server: FieldServer, line: SendOne, room: RoomLeft): Promise<void> {
    await this.#surviving(async () => {
      const store = await this.store();
      // App or server may be newer than when the server could not read them.
      const unread = (await store.journal()).filter(({ fate }) => fate.kind === 'refused');
      await store.sendAgain(unread.map(({ change }) => change.id));
      const ending = await exchange(store, server, async () => await this.#reload(store));
      if (ending.kind === 'done') await this.#letGo(store, room);
      this.#line = line;
      this.#sending = undefined;
      await this.#files?.count();
      this.#files?.wake('back');
      await this.#sent();
      if (this.#life.left <= 0) throw new Killed();
    });
  }

  async #sent(): Promise<void> {
    await this.#soon;
    await this.#sending;
  }

  /** What the phone says of its photos, by where they are. */
  async says() {
    await this.#surviving(async () => {
      await this.#open();
      await this.#files?.count();
    });
    return this.#files?.state().at.get(UNIT);
  }

  async #letGo(store: FieldStore, room: RoomLeft): Promise<void> {
    // A phone that runs low lets go at once: what a server loses after that is gone, and has to be said.
    const arrived = (await store.files()).filter(({ arrivedAt }) => arrivedAt !== null);
    if (room !== 'ample') for (const { sha256 } of arrived) this.excused.add(sha256);
    await letGo(store, room, this.#now());
  }

  #now(): Date {
    return new Date(NOON + this.day * DAY);
  }

  async store(): Promise<FieldStore> {
    this.#disk.use();
    if (this.#store !== undefined) return this.#store;
    const store = mortal(await this.#disk.open(), this.#life);
    this.#store = store;
    this.#unit = undefined;
    this.#files = filesDesk({
      store,
      send: async (job) => await sendFilesBy(async (...asked) => await this.#line!(...asked))(job),
      alone: async (_, work) => await (this.#sending = work()),
      clockwork: {
        now: () => this.#now().getTime(),
        chance: () => 0,
        online: () => true,
        // What is to be done at once is; later comes with the next exchange.
        after: (wait, call) => {
          if (wait === 0) this.#soon = Promise.resolve().then(call);
          return () => undefined;
        },
      },
      cellsOf: async () => (await this.#open())?.cells(),
      opened: () => this.#unit?.cells(),
      changed: () => undefined,
    });
    await finishUnfinished(store, async () => await this.#open());
    return store;
  }

  async #open(): Promise<OpenAssessment | undefined> {
    const store = this.#store ?? (await this.store());
    const header = (await store.assessments()).find(({ id }) => id === UNIT);
    const instrument = header && (await store.instrument(header.period.instrument.id, 1));
    if (header === undefined || instrument === undefined || this.#unit !== undefined) return this.#unit;
    const deps = {
      store,
      newChangeId: () => changeId((this.#changes += 1)),
      now: () => this.#now(),
      entered: () => undefined,
      entering: () => undefined,
      soon: (call: () => void) => call(),
      again: () => undefined,
      me: this.person,
    };
    const [cells, journal] = [await store.cells(UNIT), await store.journal()];
    this.#unit = openAssessment(deps, { header, instrument, cells, journal, drafts: [], carried: [] });
    return this.#unit;
  }

  async #reload(store: FieldStore): Promise<void> {
    const header = (await store.assessments()).find(({ id }) => id === UNIT);
    if (header === undefined || this.#unit === undefined) return;
    this.#unit.reload({ header, cells: await store.cells(UNIT), journal: await store.journal(), carried: [] });
  }

  async #surviving(live: () => Promise<unknown>): Promise<void> {
    this.#disk.use();
    try {
      await live();
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.restart();
    }
  }
}
