import { randomUUID } from 'node:crypto';

import { anAssessment } from '../../../support/assessments.ts';
import { inGovernment, inProvince, type Row } from '../../../support/matrix.ts';
import type { Side, World } from '../../../support/world.ts';

/** A unit on that side whose team is the assessor and the enumerator of the side. */
async function aTeamsUnit(world: World, side: Exclude<Side, 'missing'>): Promise<string> {
  const { government, people } = world.lands[side];
  const members = (['assessor', 'enumerator'] as const).map((role) => ({ personId: people[role].id, role }));
  const { id } = await anAssessment(world.site.db, { government, members });
  if (side === 'other') world.foreign.add(id);
  return id;
}

export const rows: readonly Row[] = [
  {
    route: 'GET /api/assessments/:assessmentId/evidence',
    to: async (world, side) => {
      const id = side === 'missing' ? randomUUID() : await aTeamsUnit(world, side);
      return { path: `/api/assessments/${id}/evidence` };
    },
    outcome: {
      assessor: inGovernment(),
      enumerator: inGovernment(),
      verifier: inProvince(),
      head: inProvince(),
    },
  },
];
