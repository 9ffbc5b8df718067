import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';
import { sectionsOf } from '@patuh/shared/sync/sections';

import { anAssessment, aPeriod } from '../../../support/assessments.ts';
import { always, everyRole, inProvince, type Outcomes, type Row } from '../../../support/matrix.ts';
import { instrumentOf } from '../../../support/reference-instruments.ts';
import type { Side, World } from '../../../support/world.ts';

const REASON = 'Surat keputusan memperlihatkan petugas yang ditunjuk.';
const indicatorId = sectionsOf(instrumentOf(2023))
  .flatMap(({ indicators }) => indicators)
  .find(({ subject }) => subject === 'unit')?.id;

/** A period of this table's own. */
const YEAR = 2027;
const periods = new WeakMap<World, Promise<PeriodId>>();

/** A handed-in unit of its own for every request, so that no decision meets what another one left behind. */
async function aUnitOn(world: World, side: Exclude<Side, 'missing'>): Promise<string> {
  const period = periods.get(world) ?? aPeriod(world.site.db, { year: YEAR });
  periods.set(world, period);
  const { government } = world.lands[side];
  const made = await anAssessment(world.site.db, { periodId: await period, government, state: 'submitted' });
  if (side === 'other') world.foreign.add(made.id);
  return made.id;
}

const at =
  (path: string, body?: object): Row['to'] =>
  async (world, side) => {
    const id = side === 'missing' ? randomUUID() : await aUnitOn(world, side);
    return { path: `/api/office/assessments/${id}/document-requests${path}`, body };
  };

const noRequestThere: Outcomes = { own: 'not-found', beside: 'not-found', other: 'not-found', missing: 'not-found' };
const ofNobody = { token: 'A'.repeat(43) };
const behindALink = (path: string, body: object): Pick<Row, 'to' | 'outcome'> => ({
  to: (_world, side) => (side === 'own' ? { path: `/api/document-requests${path}`, body } : undefined),
  outcome: { ...everyRole(always('link-not-valid')), nobody: always('link-not-valid') },
});

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/assessments/:assessmentId/document-requests',
    to: at(''),
    outcome: { verifier: inProvince(), head: inProvince() },
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/document-requests',
    to: at('', { indicatorId, subjectId: 'unit', wanted: 'SK pejabat pengelola pengaduan', dueOn: '2099-01-01' }),
    outcome: { verifier: inProvince() },
  },
  {
    route: 'PUT /api/office/assessments/:assessmentId/document-requests/:requestId/due-day',
    to: at(`/${randomUUID()}/due-day`, { dueOn: '2099-01-01' }),
    outcome: { verifier: noRequestThere },
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/document-requests/:requestId/link',
    to: at(`/${randomUUID()}/link`),
    outcome: { verifier: noRequestThere },
  },
  {
    route: 'POST /api/office/assessments/:assessmentId/document-requests/:requestId/decision',
    to: at(`/${randomUUID()}/decision`, { decision: 'withdraw', seen: 0, reason: REASON }),
    outcome: { verifier: noRequestThere },
  },
  { route: 'POST /api/document-requests/open', ...behindALink('/open', ofNobody) },
  {
    route: 'POST /api/document-requests/files',
    ...behindALink('/files', {
      ...ofNobody,
      sha256: '0'.repeat(64),
      type: 'application/pdf',
      size: 10,
      name: 'sk.pdf',
    }),
  },
  {
    route: 'POST /api/document-requests/files/:deliveryId/parts',
    ...behindALink(`/files/${randomUUID()}/parts`, { ...ofNobody, offset: 0, bytes: 'AAAA' }),
  },
];
