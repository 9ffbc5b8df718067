import { randomUUID } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import { type AssessmentId, ReleaseId } from '@patuh/shared/domain/ids';
import type { ChangeAnswer } from '@patuh/shared/domain/change';

import { anAssessment, type TestAssessment } from './assessments.ts';
import { emptyTables } from './database.ts';
import { aPerson, type Client, grant, signedIn, type TestPerson } from './people.ts';
import type { Site } from './site.ts';

/** A unit of Rote Ndao with its team: Maria is the assessor, Yosef the enumerator; each has a phone. */
export interface Field {
  readonly site: Site;
  readonly maria: TestPerson;
  readonly yosef: TestPerson;
  readonly phone: Client;
  readonly helper: Client;
  readonly unit: TestAssessment;
}

/** Empties the site and puts the team into it; for `beforeEach`. */
export async function aField(site: Site, unit: Parameters<typeof anAssessment>[1] = {}): Promise<Field> {
  await emptyTables(site.db);
  const maria = await aPerson(site.db, { grants: [grant('assessor', '53')], name: 'Maria' });
  const yosef = await aPerson(site.db, { grants: [grant('enumerator', '53')], name: 'Yosef' });
  return {
    site,
    maria,
    yosef,
    phone: await signedIn(site, maria),
    helper: await signedIn(site, yosef),
    unit: await anAssessment(site.db, {
      members: [
        { personId: maria.id, role: 'assessor' },
        { personId: yosef.id, role: 'enumerator' },
      ],
      ...unit,
    }),
  };
}

/** What a push is answered with, as short as a table: `applied`, `refused closed`, `held 4`. */
export function outcomes(answers: readonly ChangeAnswer[]): readonly string[] {
  return answers.map((answer) => {
    if (answer.outcome === 'refused') return `refused ${answer.reason}`;
    return answer.outcome === 'held' ? `held ${answer.expected}` : answer.outcome;
  });
}

/** Sets an assessment to a state straight away, where the way there is not what a test is about. */
export async function putInto(
  { site }: { readonly site: Pick<Site, 'db'> },
  id: AssessmentId,
  state: 'in-progress' | 'submitted' | 'returned' | 'verified' | 'not-assessed',
): Promise<void> {
  const at = new Date();
  await site.db
    .updateTable('assessment')
    .set(({ eb }) => ({
      state,
      version: eb('version', '+', 1),
      submitted_at: state === 'in-progress' || state === 'not-assessed' ? null : at,
      verified_at: state === 'verified' ? at : null,
      not_assessed_reason: state === 'not-assessed' ? ('closed' as const) : null,
    }))
    .where('id', '=', id)
    .execute();
}

/** The year of the unit is published in its province, as far as the field can notice. */
export async function publishYear({
  site,
  unit,
  maria,
  yosef,
}: Pick<Field, 'unit' | 'maria' | 'yosef'> & { readonly site: Pick<Site, 'db'> }): Promise<void> {
  const at = new Date();
  await inTransaction(site.db, async (trx) => {
    await trx
      .insertInto('publication')
      .values({
        id: '53-2024-1' as never,
        chain: 'main',
        sequence: 1,
        scope_kind: 'province',
        scope_code: '53',
        year: 2024,
        publication_kind: 'imported',
        title: 'Uji',
        hash: 'a'.repeat(64),
        previous: null,
        replaces: null,
        key_id: 'b'.repeat(64),
        published_at: at,
        bytes: '{}',
      })
      .execute();
    await trx
      .insertInto('release')
      .values({
        id: ReleaseId.parse(randomUUID()),
        period_id: unit.periodId,
        province_code: unit.unit.province,
        state: 'published',
        decree_number: '1/2024',
        decree_date: '2024-11-14',
        replaces: null,
        reason: null,
        content: '{}',
        content_hash: 'c'.repeat(64),
        prepared_by: maria.id,
        prepared_at: at,
        decided_by: yosef.id,
        decided_at: at,
        publication_id: '53-2024-1' as never,
      })
      .execute();
  });
}
