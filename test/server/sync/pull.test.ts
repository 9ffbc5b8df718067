import { randomUUID } from 'node:crypto';

import { lockAssessment } from '@patuh/server/platform/assessments/lock';
import { inTransaction } from '@patuh/server/platform/database';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment } from '../../support/assessments.ts';
import { aDevice, type TestDevice } from '../../support/changes.ts';
import { aField, type Field } from '../../support/field.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let device: TestDevice;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  device = aDevice();
});

interface Pulled {
  readonly assessments: readonly AssessmentView[];
  readonly gone: readonly AssessmentId[];
}
const pull = async (client: Client, ...have: readonly { assessmentId: string; version: number }[]): Promise<Pulled> =>
  (await client.post('/api/sync/pull', { have })).body as Pulled;
const push = async (indicatorId: string, level: number): Promise<number> => {
  const changes = [device.level(field.unit.id, { indicatorId }, level)];
  return ((await field.phone.post('/api/sync/push', { changes })).body as PushAnswer).receipts[0]?.version ?? -1;
};

describe('a pull', () => {
  it('brings a new device the whole assessment: unit, period, team, answers', async () => {
    await push('penjaminan-mutu', 2);
    const { assessments, gone } = await pull(field.helper);
    expect(gone).toEqual([]);
    expect(assessments).toMatchObject([
      {
        id: field.unit.id,
        version: 1,
        state: 'in-progress',
        notAssessed: null,
        submittedAt: null,
        period: {
          year: 2024,
          chain: 'main',
          instrument: { id: 'penilaian-2023-2024', version: 1 },
          scoreBeforeSubmission: false,
          clarificationUntil: null,
        },
        unit: {
          id: field.unit.unit.id,
          kind: 'health',
          kindName: 'Dinas Kesehatan',
          government: { code: '53.14' },
          province: { code: '53' },
        },
        team: {
          members: [
            { personId: field.maria.id, name: 'Maria', role: 'assessor' },
            { personId: field.yosef.id, name: 'Yosef', role: 'enumerator' },
          ],
        },
        cells: [{ indicatorId: 'penjaminan-mutu', current: { by: 'Maria' } }],
        points: [],
        late: [],
      },
    ]);
  });

  it('brings only what is newer, with the hash of everything', async () => {
    const first = await push('penjaminan-mutu', 2);
    const second = await push('kecukupan-pelaksana', 1);
    const whole = await pull(field.helper);
    const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version: first });
    expect(assessments[0]?.cells.map(({ indicatorId }) => indicatorId)).toEqual(['kecukupan-pelaksana']);
    expect(assessments[0]?.answersHash).toBe(whole.assessments[0]?.answersHash);
    expect(await pull(field.helper, { assessmentId: field.unit.id, version: second })).toEqual({
      assessments: [],
      gone: [],
    });
  });

  it('brings everything again to a device that is ahead of a restored server', async () => {
    await push('penjaminan-mutu', 2);
    const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version: 99 });
    expect(assessments[0]).toMatchObject({ version: 1, cells: [{ indicatorId: 'penjaminan-mutu' }] });
  });

  it('says what is gone: another team’s, nobody’s, and one’s own after the grant was taken', async () => {
    const foreign = await anAssessment(site.db, { periodId: field.unit.periodId });
    const nowhere = randomUUID();
    const have = [foreign.id, nowhere, field.unit.id].map((assessmentId) => ({ assessmentId, version: 0 }));
    expect(await pull(field.helper, ...have)).toEqual({ assessments: [], gone: [foreign.id, nowhere] });
    const stranger = await aPerson(site.db, { grants: [grant('enumerator', '19')] });
    await site.db
      .insertInto('team_member')
      .values({ team_id: field.unit.teamId, person_id: stranger.id, role: 'enumerator' })
      .execute();
    expect(await pull(await signedIn(site, stranger), ...have)).toEqual({
      assessments: [],
      gone: [foreign.id, nowhere, field.unit.id],
    });
  });

  it('never passes over what is committed late', async () => {
    const seen = new Map<string, number>();
    let version = 0;
    const follow = async (): Promise<void> => {
      const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version });
      for (const view of assessments) {
        version = view.version;
        for (const { indicatorId, current } of view.cells) {
          if (current.entry.field === 'answer' && current.entry.value?.kind === 'level') {
            seen.set(indicatorId ?? '', current.entry.value.level);
          }
        }
      }
    };
    // A slow transaction holds the assessment; a push that came meanwhile waits for it and is committed after the pull.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let locked = (): void => undefined;
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const slow = inTransaction(site.db, async (trx) => {
      await lockAssessment(trx, field.unit.id, new Date());
      locked();
      await held;
    });
    await isLocked;
    const waiting = push('penjaminan-mutu', 2);
    await follow();
    release();
    await slow;
    await waiting;
    await follow();
    expect(seen.get('penjaminan-mutu')).toBe(2);
  });

  it('follows eight devices that write at once without missing an answer', async () => {
    const devices = Array.from({ length: 8 }, () => aDevice());
    const places = ['penjaminan-mutu', 'kecukupan-pelaksana', 'dasar-hukum-standar', 'penyuluhan-masyarakat'];
    const copy = new Map<string, string>();
    let version = 0;
    const writing = new Set(devices);
    const follow = async (): Promise<void> => {
      const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version });
      for (const view of assessments) {
        version = view.version;
        for (const { indicatorId, current } of view.cells) copy.set(indicatorId ?? '', current.changeId);
      }
    };
    const following = (async () => {
      while (writing.size > 0) await follow();
    })();
    await Promise.all(
      devices.map(async (own, index) => {
        for (const indicatorId of places) {
          const changes = [own.level(field.unit.id, { indicatorId }, index % 4)];
          await field.phone.post('/api/sync/push', { changes });
        }
        writing.delete(own);
      }),
    );
    await following;
    await follow();
    const { assessments } = await pull(field.phone);
    const truth = new Map(
      (assessments[0]?.cells ?? []).map(({ indicatorId, current }) => [indicatorId ?? '', current.changeId]),
    );
    expect(copy).toEqual(truth);
  });

  it('refuses what does not fit the contract', async () => {
    const have = [{ assessmentId: field.unit.id, version: 0 }];
    const wrong = [
      {},
      { have, more: 1 },
      { have: [{ ...have[0], version: -1 }] },
      { have: [{ ...have[0], version: '0' }] },
      { have: [{ assessmentId: 'x', version: 0 }] },
      { have: Array.from({ length: 501 }, () => have[0]) },
    ];
    for (const body of wrong) {
      const reply = await field.phone.post('/api/sync/pull', body);
      expect(reply.body).toMatchObject({ code: 'invalid-request', status: 400 });
    }
  });
});
