import { randomUUID } from 'node:crypto';

import { AssessmentId } from '@patuh/shared/domain/ids';

import { anAssessment } from '../../../support/assessments.ts';
import { aDevice } from '../../../support/changes.ts';
import { aSentPhoto, hashOf } from '../../../support/clearances.ts';
import { photo } from '../../../support/evidence-files.ts';
import { inProvince, type Row } from '../../../support/matrix.ts';
import { signedIn } from '../../../support/people.ts';
import type { Side, World } from '../../../support/world.ts';

/** A unit on that side with one photo that nobody decided about. */
async function aUnitWithPhoto(world: World, side: Side): Promise<{ id: string; sha256: string }> {
  const bytes = await photo(Math.floor(Math.random() * 1e6), { width: 160, height: 120 });
  if (side === 'missing') return { id: randomUUID(), sha256: hashOf(bytes) };
  const { government, people } = world.lands[side];
  const personId = people.assessor.id;
  const { id } = await anAssessment(world.site.db, { government, members: [{ personId, role: 'assessor' }] });
  if (side === 'other') world.foreign.add(id);
  const team = await signedIn(world.site, people.assessor);
  const from = { team, device: aDevice(), personId, id: AssessmentId.parse(id) };
  return { id, sha256: await aSentPhoto(world.site, from, bytes) };
}

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/assessments/:assessmentId/photos',
    to: async (world, side) => ({ path: `/api/office/assessments/${(await aUnitWithPhoto(world, side)).id}/photos` }),
    outcome: { verifier: inProvince(), head: inProvince() },
  },
  {
    route: 'PUT /api/office/assessments/:assessmentId/photos/:photo/clearance',
    to: async (world, side) => {
      const { id, sha256 } = await aUnitWithPhoto(world, side);
      const path = `/api/office/assessments/${id}/photos/${sha256}/clearance`;
      return { path, body: { seen: 0, areas: [{ left: 0, top: 0, width: 500, height: 500 }] } };
    },
    outcome: { verifier: inProvince(), head: inProvince() },
  },
];
