import { randomUUID } from 'node:crypto';

import { appendAudit } from '@patuh/server/platform/audit';
import { inSnapshot, inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { againAfterRace } from '@patuh/server/platform/race';
import { type CaseInput, type MakingCases, MOST_CASES } from '@patuh/shared/contracts/calibration';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { CalibrationCaseId, type PeriodId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';

import type { CalibrationDeps } from './deps.ts';
import { countAnswers, deleteCase, findCases, insertCase, insertPhoto, lockCase } from './queries.ts';
import { storePhoto } from './store-photo.ts';
import { indicatorsAt, makingCases } from './view.ts';

interface Where {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

const OFFICE = ['head', 'verifier', 'national-admin'] as const;

/** The cases with how they were answered. Throws `not-found` outside the scope. */
export async function listCases(
  { db }: CalibrationDeps,
  actor: Actor,
  { periodId, province }: Where,
): Promise<MakingCases> {
  return await inSnapshot(db, async (snapshot) => {
    const indicators = await indicatorsAt(snapshot, periodId, province);
    if (indicators === undefined || !hasRole(actor, OFFICE, { province })) throw new ProblemError('not-found');
    return await makingCases(snapshot, actor, { periodId, province, indicators });
  });
}

/** One more case. Throws the problems of the contract `addCalibrationCase`. */
export async function addCase(
  deps: CalibrationDeps,
  actor: Actor,
  { periodId, province, ...input }: Where & CaseInput,
): Promise<MakingCases> {
  const { indicatorId, situation, level, reason } = input;
  if (!hasRole(actor, OFFICE, { province })) throw new ProblemError('not-found');
  if (!hasRole(actor, ['head'], { province })) throw new ProblemError('not-permitted');
  const indicators = await indicatorsAt(deps.db, periodId, province);
  if (indicators === undefined) throw new ProblemError('not-found');
  const indicator = indicators.get(indicatorId);
  if (indicator === undefined || level > indicator.maximum) {
    throw new ProblemError('point-unknown', [
      { field: indicator === undefined ? 'body.indicatorId' : 'body.level', message: 'Tidak ada dalam instrumen ini' },
    ]);
  }
  const photo = input.photo === null ? undefined : await storePhoto(deps, input.photo);
  return await againAfterRace(
    async () =>
      await inTransaction(deps.db, async (trx) => {
        const at = deps.now();
        const known = await findCases(trx, periodId, province);
        if (known.length >= MOST_CASES) throw new ProblemError('too-many-files');
        if (photo !== undefined) await insertPhoto(trx, photo, photo.found, at);
        const id = CalibrationCaseId.parse(randomUUID());
        const number = (known.at(-1)?.number ?? 0) + 1;
        const made = {
          id,
          periodId,
          province,
          number,
          indicatorId,
          situation,
          photo: photo?.sha256 ?? null,
          photoAreas: input.photo?.areas.length ?? null,
          level,
          reason,
        };
        await insertCase(trx, made, { person: actor.personId, at });
        const view = await makingCases(trx, actor, { periodId, province, indicators });
        await appendAudit(
          trx,
          {
            office: province,
            actor: { kind: 'person', id: actor.personId },
            action: 'calibration.case-added',
            subject: { kind: 'period', id: periodId },
            beforeHash: null,
            afterHash: sha256Hex(canonicalText(made)),
            detail: { case: id, indicator: indicatorId, number },
          },
          deps.now,
        );
        return view;
      }),
  );
}

/** Takes a case away. Throws `already-decided` where somebody answered it: what people agreed or differed on stays. */
export async function removeCase(
  deps: CalibrationDeps,
  actor: Actor,
  { periodId, caseId }: { readonly periodId: PeriodId; readonly caseId: CalibrationCaseId },
): Promise<MakingCases> {
  return await inTransaction(deps.db, async (trx) => {
    const found = await lockCase(trx, caseId);
    if (found === undefined || found.periodId !== periodId || !hasRole(actor, OFFICE, found)) {
      throw new ProblemError('not-found');
    }
    const { province } = found;
    if (!hasRole(actor, ['head'], { province })) throw new ProblemError('not-permitted');
    if ((await countAnswers(trx, [caseId])).length > 0) throw new ProblemError('already-decided');
    await deleteCase(trx, caseId);
    const indicators = await indicatorsAt(trx, periodId, province);
    if (indicators === undefined) throw new ProblemError('not-found');
    const view = await makingCases(trx, actor, { periodId, province, indicators });
    await appendAudit(
      trx,
      {
        office: province,
        actor: { kind: 'person', id: actor.personId },
        action: 'calibration.case-removed',
        subject: { kind: 'period', id: periodId },
        beforeHash: sha256Hex(canonicalText(found)),
        afterHash: null,
        detail: { case: caseId },
      },
      deps.now,
    );
    return view;
  });
}
