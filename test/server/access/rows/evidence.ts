import { randomUUID } from 'node:crypto';

import { TUS_VERSION, UPLOAD_CONTENT_TYPE } from '@patuh/shared/contracts/evidence';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod, aUnit } from '../../../support/assessments.ts';
import { inGovernment, type Row } from '../../../support/matrix.ts';
import { creationHeaders, fileOf, someBytes } from '../../../support/uploads.ts';
import type { Side, World, WorldCaller } from '../../../support/world.ts';

const file = fileOf(someBytes(10));

/** A unit of that side with the field people of the land as its team. */
async function unitOn({ site, lands, foreign }: World, side: Exclude<Side, 'missing'>): Promise<AssessmentId> {
  const { government, people } = lands[side];
  const made = await anAssessment(site.db, {
    periodId: await aPeriod(site.db, { year: 2034 }),
    unit: await aUnit(site.db, { government }),
    members: (['assessor', 'enumerator'] as const).map((role) => ({ personId: people[role].id, role })),
  });
  if (side === 'other') foreign.add(made.id);
  return made.id;
}

/** An upload of the caller in a unit of theirs; elsewhere one of the people there. */
async function uploadOn(world: World, side: Side, { person, role }: WorldCaller): Promise<string> {
  const id = randomUUID();
  if (side === 'missing') return `/api/uploads/${id}`;
  const inField = role === 'assessor' || role === 'enumerator';
  const { people } = world.lands[side];
  const personId: PersonId = side === 'own' && inField && person !== undefined ? person.id : people.assessor.id;
  await world.site.db
    .insertInto('upload')
    .values({
      id,
      assessment_id: await unitOn(world, side),
      person_id: personId,
      sha256: file.sha256,
      type: file.type,
      size: file.bytes.length,
      created_at: new Date(),
    })
    .execute();
  return `/api/uploads/${id}`;
}

const inField: Row['outcome'] = { assessor: inGovernment(), enumerator: inGovernment() };

export const rows: readonly Row[] = [
  {
    route: 'POST /api/uploads',
    to: async (world, side) => ({
      path: '/api/uploads',
      headers: creationHeaders(file, side === 'missing' ? randomUUID() : await unitOn(world, side)),
    }),
    outcome: inField,
  },
  {
    route: 'HEAD /api/uploads/:uploadId',
    perCaller: true,
    to: async (world, side, caller) => ({
      path: await uploadOn(world, side, caller),
      headers: { 'tus-resumable': TUS_VERSION },
    }),
    outcome: inField,
  },
  {
    route: 'PATCH /api/uploads/:uploadId',
    perCaller: true,
    to: async (world, side, caller) => ({
      path: await uploadOn(world, side, caller),
      headers: { 'tus-resumable': TUS_VERSION, 'upload-offset': '0', 'content-type': UPLOAD_CONTENT_TYPE },
    }),
    outcome: inField,
  },
];
