import { OfficeAssessment } from '@patuh/shared/contracts/verification';
import type { ReviewReason } from '@patuh/shared/domain/review';

import { instrumentOf } from './reference-instruments.ts';

const instrument = instrumentOf(2023);
/** The section whose acceptance `holds` speaks of. */
export const SECTION = 'standar-pelayanan';
const AT = '2024-08-01T02:00:00.000Z';
const ID = '00000000-0000-4000-8000-000000000001';
const HASH = 'a'.repeat(64);

type Reviewed = readonly (readonly [place: string, ...reasons: readonly ReviewReason[]])[];

/** A unit at the desk, with nothing in it but what a test says; places are written `persyaratan product-1`. */
export function anOffice(more: {
  /** What must be looked at, and why; without it there is no rule. */
  readonly review?: Reviewed;
  /** What was looked at and accepted; `false` where it is another one now. */
  readonly looked?: Readonly<Record<string, boolean>>;
  readonly points?: readonly ('open' | 'answered' | 'settled')[];
  readonly late?: readonly ('waiting' | 'left-out')[];
  readonly holds?: boolean;
}): OfficeAssessment {
  return OfficeAssessment.parse({
    assessment: {
      id: ID,
      version: 3,
      state: 'submitted',
      notAssessed: null,
      period: {
        id: ID,
        year: 2024,
        name: 'Penilaian 2024',
        chain: 'main',
        instrument: { id: instrument.id, version: instrument.version, contentHash: HASH },
        scoreBeforeSubmission: false,
        clarificationUntil: null,
      },
      unit: {
        id: ID,
        name: 'Dinas Kesehatan',
        kind: 'health',
        kindName: 'Dinas Kesehatan',
        government: { code: '53.14', name: 'Kabupaten Rote Ndao' },
        province: { code: '53', name: 'Nusa Tenggara Timur' },
        address: null,
        firstTime: false,
        coordinates: null,
      },
      files: [],
      team: { id: ID, name: 'Tim 1', members: [] },
      cells: [],
      points: (more.points ?? []).map((state) => ({
        id: ID,
        indicatorId: 'persyaratan',
        subjectId: 'product-1',
        reason: 'Periksa kembali.',
        returnedBy: 'Yosef',
        returnedAt: AT,
        state,
      })),
      late: (more.late ?? []).map((decision) => ({
        changeId: '0193a000-0000-7000-8000-000000000001',
        indicatorId: null,
        subjectId: 'product-1',
        by: 'Maria',
        receivedAt: AT,
        decision,
        reason: null,
      })),
      answersHash: HASH,
      submittedAt: AT,
    },
    history: [],
    lateDecisions: [],
    acceptances:
      more.holds === undefined ? [] : [{ sectionId: SECTION, by: 'Yosef', at: AT, holds: more.holds, filesSince: 0 }],
    placeAcceptances: Object.entries(more.looked ?? {}).map(([place, holds]) => ({
      ...placeIn(place),
      by: 'Yosef',
      at: AT,
      holds,
    })),
    review: more.review === undefined ? null : aReview(more.review),
    unseenAtEdge: null,
    oddInterviews: [],
    lastYear: null,
    others: { units: 0, levels: [] },
    duty: null,
    exceptions: [],
    findings: [],
    collectedBy: [],
    verifiers: [],
    whyNot: null,
    mayAllow: false,
    notAssessedSource: null,
    published: false,
    score: null,
    earlierScores: [],
  });
}

function aReview(places: Reviewed): object {
  return {
    rule: 'patuh-review/1',
    samplePercent: 20,
    edgePoints: 200,
    jumpLevels: 2,
    seed: HASH,
    answered: 217,
    required: places.length,
    counts: [],
    places: places.map(([place, ...reasons]) => ({ ...placeIn(place), reasons })),
  };
}

function placeIn(place: string): object {
  const [indicatorId, subjectId] = place.split(' ');
  return { indicatorId, subjectId };
}
