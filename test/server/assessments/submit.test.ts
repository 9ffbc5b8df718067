import type { Finding } from '@patuh/shared/contracts/checks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, handIn, HEALTH, pulled, pushAll, type TestAssessment } from '../../support/assessments.ts';
import { aDevice, fullAnswers, type TestDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let assessor: TestPerson;
let phone: Client;
let helper: Client;
let unit: TestAssessment;
let device: TestDevice;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  assessor = await aPerson(site.db, { grants: [grant('assessor', '53')], name: 'Maria' });
  const second = await aPerson(site.db, { grants: [grant('assessor', '53')], name: 'Yosef' });
  phone = await signedIn(site, assessor);
  helper = await signedIn(site, second);
  unit = await anAssessment(site.db, {
    members: [
      { personId: assessor.id, role: 'assessor' },
      { personId: second.id, role: 'enumerator' },
    ],
  });
  device = aDevice();
});

const answers = () => fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: unit.id, device });

describe('handing in', () => {
  it('is refused with the exact list of what is missing, then accepted', async () => {
    const all = answers();
    const left = all.findLastIndex(({ entry }) => entry.field === 'answer');
    await pushAll(
      phone,
      all.toSpliced(left, 1).map((change, index) => ({ ...change, seq: index + 1 })),
    );
    const refused = await handIn(phone, unit.id);
    expectProblem(refused, 'assessment-incomplete');
    const findings = refused.body.findings as Finding[];
    expect(findings).toEqual([
      expect.objectContaining({
        weight: 'blocks',
        kind: 'missing-answer',
        indicatorId: all[left]?.indicatorId,
        subjectId: all[left]?.subjectId,
      }),
    ]);
    expect((await pulled(phone, unit.id)).state).toBe('in-progress');

    await pushAll(phone, [{ ...all[left]!, seq: all.length }]);
    const accepted = await handIn(phone, unit.id);
    expect(accepted.status).toBe(200);
    expect(accepted.body).toMatchObject({ id: unit.id, state: 'submitted', submittedAt: expect.any(String) });
    expect(JSON.stringify(accepted.body)).not.toContain('score":"');
    const event = await site.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'assessment.submitted')
      .execute();
    expect(event).toMatchObject([
      { office: '53', actor: assessor.id, subject_id: unit.id, detail: { from: 'in-progress', to: 'submitted' } },
    ]);
  });
});
