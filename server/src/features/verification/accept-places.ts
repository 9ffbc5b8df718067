import type { ApiDeps } from '@patuh/server/platform/access';
import { loadStoredCells, type StoredCell } from '@patuh/server/platform/assessments/cells';
import { isSameGeneration } from '@patuh/server/platform/assessments/generation';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { isAsSeen } from '@patuh/server/platform/assessments/seen';
import { loadFiles, loadPoints } from '@patuh/server/platform/assessments/view-rows';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { findPlaceAcceptances, savePlaceAcceptances } from '@patuh/server/platform/review/place-acceptances';
import { settlePoints } from '@patuh/server/platform/assessments/points';
import type { PlaceAcceptance } from '@patuh/shared/contracts/verification';
import type { ReturnedPoint } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { acceptedCells, filesIn } from '@patuh/shared/review/accepted-value';
import { type Place, placeKey } from '@patuh/shared/review/places';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';

import { auditDecision } from './audit.ts';
import { type Held, isPointAt, standing, valuesOf } from './places.ts';
import { whyNotAcceptPlaces } from './policy.ts';
import { type LockedDecision, lockForDecision, obey } from './under-lock.ts';

interface Accepted {
  readonly version: number;
  readonly accepted: PlaceAcceptance[];
  readonly points: ReturnedPoint[];
}

/**
 * Accepts answers one by one, as they stood on the screen. Only what changed at these very places since then stands in the
 * way: two people can look at one unit, and photos may arrive. A point that the field answered there is settled by it.
 * Throws the problems of the contract `acceptPlaces`.
 */
export async function acceptPlaces(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  {
    assessmentId: id,
    version: seen,
    places,
    waiting = [],
  }: {
    readonly assessmentId: AssessmentId;
    readonly version: number;
    readonly places: readonly Place[];
    /** Files that stood on the screen as not arrived. */
    readonly waiting?: readonly string[] | undefined;
  },
): Promise<Accepted> {
  return await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const decision = await lockForDecision(trx, actor, { id, now: at });
    obey(whyNotAcceptPlaces(decision));
    const { assessment } = decision;
    const stored = (await loadStoredCells(trx, [id])).get(id) ?? [];
    const cells = stored.map(({ cell }) => cell);
    const held = { cells, files: (await loadFiles(trx, [id])).get(id) ?? [] };
    await checkPlaces(trx, decision, { places, cells });
    const shownMissing = new Set(waiting);
    const unseen = new Set(held.files.filter((sha256) => shownMissing.has(sha256)));
    if (!isUnchanged({ places, stored, unseen, seen, version: assessment.version }))
      throw new ProblemError('changed-meanwhile');

    const before = (await loadPoints(trx, [id])).get(id) ?? [];
    const here = before.filter((point) => places.some((place) => isPointAt(point, place)));
    if (here.some(({ state }) => state === 'open')) throw new ProblemError('points-open');
    const answered = here.filter(({ state, subjectId }) => state === 'answered' && subjectId !== null);
    const by = { person: actor.personId, at };
    await settlePoints(
      trx,
      answered.map((point) => point.id),
      by,
    );

    const valueAt = valuesOf(held);
    const values = places.map(({ indicatorId, subjectId }) => ({
      indicatorId,
      subjectId,
      valueHash: valueAt({ indicatorId, subjectId }),
    }));
    await savePlaceAcceptances(trx, id, { places: values, ...by });
    const raised = answered.length > 0 ? await raiseVersion(trx, id) : assessment.version;
    await auditDecision(
      trx,
      {
        actor,
        assessment,
        action: 'places.accepted',
        after: values.map(({ indicatorId, subjectId, valueHash }) => [indicatorId, subjectId, valueHash]),
        detail: { places: places.length, ...(answered.length > 0 && { points: answered.length }) },
      },
      deps.now,
    );
    return {
      version: isAsSeen(assessment, seen) ? raised : seen,
      accepted: await acceptedAt(trx, id, { places, held }),
      points: (await loadPoints(trx, [id])).get(id) ?? [],
    };
  });
}

/** Only what was asked and answered can be accepted, and none of it twice at once. */
async function checkPlaces(
  trx: Writer,
  { assessment }: LockedDecision,
  { places, cells }: { readonly places: readonly Place[]; readonly cells: readonly StoredCell['cell'][] },
): Promise<void> {
  const { instrument } = await instrumentOf(trx, assessment);
  const { questions } = questionnaireOf(instrument, assessment.unitKind, cells);
  const left = new Set(
    questions.flatMap(({ indicator, subject, answer }) =>
      answer === null ? [] : [placeKey({ indicatorId: indicator.id, subjectId: subject.id })],
    ),
  );
  for (const [index, place] of places.entries()) {
    if (left.delete(placeKey(place))) continue;
    const message = 'Tidak ada jawaban di sini, atau disebut dua kali';
    throw new ProblemError('point-unknown', [{ field: `body.places[${index}]`, message }]);
  }
}

/**
 * Whether what is accepted is what stood on the screen at the version `seen`. Evidence is the exception from “at these very
 * places”: what a piece proved before it was changed is not known any more, so each one that changed counts.
 */
function isUnchanged({
  places,
  stored,
  unseen,
  seen,
  version,
}: {
  readonly places: readonly Place[];
  readonly stored: readonly StoredCell[];
  /** Files that arrived since the screen was read. */
  readonly unseen: ReadonlySet<string>;
  readonly seen: number;
  readonly version: number;
}): boolean {
  if (seen > version || !isSameGeneration(seen, version)) return false;
  // What was entered before a restore has numbers of its own, which say nothing about what was on the screen.
  const isNewer = (one: StoredCell): boolean => one.version > seen && isSameGeneration(one.version, seen);
  const newer = new Set(stored.filter(isNewer).map(({ cell }) => cell));
  if ([...newer].some(({ current }) => current.entry.field === 'evidence')) return false;
  const cellsAt = acceptedCells(stored.map(({ cell }) => cell));
  return places.every((place) => {
    const own = cellsAt(place);
    return !own.some((cell) => newer.has(cell)) && !filesIn(own).some((sha256) => unseen.has(sha256));
  });
}

async function acceptedAt(
  trx: Writer,
  id: AssessmentId,
  { places, held }: { readonly places: readonly Place[]; readonly held: Held },
): Promise<PlaceAcceptance[]> {
  const asked = new Set(places.map(placeKey));
  const mine = (await findPlaceAcceptances(trx, id)).filter((one) => asked.has(placeKey(one)));
  return standing(mine, held).map(({ indicatorId, subjectId, by, at, holds }) => ({
    indicatorId,
    subjectId,
    by,
    at: at.toISOString(),
    holds,
  }));
}
