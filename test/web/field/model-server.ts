import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { FieldKeys } from '@patuh/shared/contracts/field-files';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Cell, Change, ChangeAnswer } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { cellKey } from '@patuh/shared/sync/cell-key';
import { type Head, placeChange } from '@patuh/shared/sync/place-change';

import type { Ending } from '../../../web/src/platform/field-store/exchange.ts';
import type { FieldServer, PullAnswer, PullInput, Reply } from '../../../web/src/platform/field-store/field-server.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aView } from './examples.ts';

const SOME_KEYS: FieldKeys = {
  author: `${'A'.repeat(43)}=`,
  custody: { keyId: 'a'.repeat(64), publicKey: 'AAAA' },
  teams: [],
};

interface ModelCell {
  readonly heads: readonly Head[];
  readonly bases: ReadonlyMap<ChangeId, readonly ChangeId[]>;
  readonly version: number;
  readonly at: Pick<Change, 'indicatorId' | 'subjectId'>;
}

/** What a server is to a device, in memory and without any fault: placement of `shared/sync`, numbering, versions. */
export interface ModelServer {
  as(person: PersonId): FieldServer;
  /** Ids of every change that was stored, once for each time. */
  stored(): readonly ChangeId[];
  /** Current values by place. */
  current(): ReadonlyMap<string, Head>;
  conflicts(): number;
  /** Forgets which numbers it has seen of a device from here on, as a server restored from a backup does. */
  forgetCursors(): void;
}

export function modelServer(ids: readonly AssessmentId[]): ModelServer {
  const cells = new Map<AssessmentId, Map<string, ModelCell>>(ids.map((id) => [id, new Map()]));
  const versions = new Map<AssessmentId, number>(ids.map((id) => [id, 0]));
  const cursors = new Map<string, number>();
  const numbers = new Map<string, ChangeId>();
  const stored: ChangeId[] = [];

  function store(person: PersonId, change: Change): ChangeAnswer {
    const { id } = change;
    const device = `${person} ${change.deviceId}`;
    if (stored.includes(id)) {
      cursors.set(device, Math.max(cursors.get(device) ?? 0, change.seq));
      return { id, outcome: 'duplicate' };
    }
    const expected = (cursors.get(device) ?? 0) + 1;
    const number = `${device} ${change.seq}`;
    if (numbers.has(number)) return { id, outcome: 'refused', reason: 'number-used' };
    if (change.seq > expected) return { id, outcome: 'held', expected };
    cursors.set(device, change.seq);
    numbers.set(number, id);
    const assessment = cells.get(change.assessmentId);
    if (assessment === undefined) return { id, outcome: 'refused', reason: 'unknown-assessment' };
    stored.push(id);
    return place(assessment, person, change);
  }

  function place(assessment: Map<string, ModelCell>, person: PersonId, change: Change): ChangeAnswer {
    const { id, base, entry, indicatorId, subjectId, assessmentId } = change;
    const text = cellKey({ indicatorId, subjectId, field: entry.field });
    const past = assessment.get(text) ?? { heads: [], bases: new Map<ChangeId, readonly ChangeId[]>() };
    const { kind, heads } = placeChange(past, { id, by: person, entry, base });
    const version = (versions.get(assessmentId) ?? 0) + 1;
    versions.set(assessmentId, version);
    const bases = new Map(past.bases).set(id, base);
    assessment.set(text, { heads, bases, version, at: { indicatorId, subjectId } });
    if (kind !== 'conflict') return { id, outcome: 'applied' };
    return { id, outcome: 'conflict', with: heads.filter((head) => head.id !== id).map((head) => head.id) };
  }

  /** As the server does: whoever is ahead of it, or has nothing, gets the assessment whole. */
  function pull(person: PersonId, { device, earlier, have }: PullInput): PullAnswer {
    const whole: AssessmentId[] = [];
    const assessments = ids.flatMap((id): AssessmentView[] => {
      const version = versions.get(id) ?? 0;
      const known = have.find(({ assessmentId }) => assessmentId === id)?.version;
      if (known === version) return [];
      const since = known === undefined || known > version ? 0 : known;
      if (since === 0) whole.push(id);
      const places = [...(cells.get(id)?.values() ?? [])];
      const newer = places.filter((cell) => cell.version > since).map(asCell);
      return [aView({ id, version, cells: newer, answersHash: hashOf(id) })];
    });
    const gone = have.map(({ assessmentId }) => assessmentId).filter((id) => !cells.has(id));
    const taken = [device.id, ...earlier].map((deviceId) => ({
      deviceId,
      lastSeq: cursors.get(`${person} ${deviceId}`) ?? 0,
    }));
    return { assessments, whole, gone, taken };
  }

  function hashOf(id: AssessmentId): string {
    return answersHash([...(cells.get(id)?.values() ?? [])].map((cell) => hashedCell(asCell(cell))));
  }

  function push(person: PersonId, changes: readonly Change[]): PushAnswer {
    const answers = changes.map((change) => store(person, change));
    const touched = new Set(changes.map(({ assessmentId }) => assessmentId).filter((id) => cells.has(id)));
    const receipts = [...touched].map((assessmentId) => {
      const version = versions.get(assessmentId) ?? 0;
      return { assessmentId, version, answersHash: hashOf(assessmentId) };
    });
    return { answers, receipts };
  }

  /** Stores what is in the files in the name of who entered it. */
  async function deliver(files: Parameters<FieldServer['deliver']>[0]): Promise<Ending> {
    for (const { file, opened, deliveredAt } of await files.carried()) {
      if (deliveredAt !== null) continue;
      const { personId } = file.from;
      for (const [i, { edit }] of (opened ?? []).entries()) {
        const { deviceId, seq } = file.entries[i]!;
        store(personId, { ...edit, deviceId, seq });
      }
      await files.delivered(file.id, '2026-11-22T05:00:00.000Z');
    }
    return { kind: 'done' };
  }

  return {
    as: (person) => ({
      push: async (changes) => await ok(push(person, changes)),
      pull: async (asked) => await ok(pull(person, asked)),
      instrument: async (id, version) => await ok({ ...instrumentOf(2023), id, version }),
      keys: async () => await ok(SOME_KEYS),
      lastYear: async () => await ok(null),
      deliver: async (files) => await deliver(files),
    }),
    stored: () => stored,
    current: () =>
      new Map(
        [...cells].flatMap(([id, places]) =>
          [...places].flatMap(([text, { heads }]) => {
            const head = heads.at(-1);
            return head === undefined ? [] : [[`${id} ${text}`, head] as const];
          }),
        ),
      ),
    conflicts: () => [...cells.values()].flatMap((places) => [...places.values()]).filter(isConflict).length,
    forgetCursors: () => cursors.clear(),
  };
}

async function ok<Value>(value: Value): Promise<Reply<Value>> {
  return await Promise.resolve({ kind: 'ok', value });
}

function isConflict({ heads }: ModelCell): boolean {
  return heads.length > 1;
}

function asCell({ heads, at }: ModelCell): Cell {
  const values = heads.map(({ id, entry, by }) => ({ changeId: id, entry, by, at: '2026-11-22T05:00:00.000Z' }));
  const current = values.at(-1);
  if (current === undefined) throw new Error('A cell without a value');
  return { ...at, current, others: values.slice(0, -1) };
}
