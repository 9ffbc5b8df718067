import { randomUUIDv7 } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, HEALTH, pulled, pushAll, type TestAssessment } from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let assessor: TestPerson;
let phone: Client;
let unit: TestAssessment;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  assessor = await aPerson(site.db, { grants: [grant('assessor', '53')], name: 'Maria' });
  phone = await signedIn(site, assessor);
  unit = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
});

const FREQUENCY = { indicatorId: 'frekuensi-pengawasan-internal' };

describe('a push', () => {
  it('stores a whole unit, and the first change begins it', async () => {
    const changes = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: unit.id });
    const answers = await pushAll(phone, changes);
    expect(answers).toEqual(changes.map(({ id }) => ({ id, outcome: 'applied' })));
    const view = await pulled(phone, unit.id);
    expect(view.state).toBe('in-progress');
    expect(view.cells).toHaveLength(changes.length);
    const cell = view.cells.find(({ indicatorId }) => indicatorId === FREQUENCY.indicatorId);
    expect(cell).toMatchObject({
      subjectId: 'unit',
      current: { entry: { field: 'answer', value: { kind: 'level', level: 3 } }, by: 'Maria' },
      others: [],
    });
  });
});
void randomUUIDv7;
void aDevice;
