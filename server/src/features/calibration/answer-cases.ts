import { buffer } from 'node:stream/consumers';

import { appendAudit } from '@patuh/server/platform/audit';
import { inSnapshot, inTransaction, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { OwnCalibration } from '@patuh/shared/contracts/calibration';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { CalibrationCaseId } from '@patuh/shared/domain/ids';

import type { CalibrationDeps } from './deps.ts';
import { findCase, findCases, findOwnAnswers, findPeriodsWithCases, insertAnswer, lockCase } from './queries.ts';
import { caseView, FIELD, indicatorsAt } from './view.ts';

const OFFICE = ['head', 'verifier', 'national-admin'] as const;

/** The cases of the provinces one works in; what was agreed shows after the own answer. */
export async function ownCalibration({ db }: Pick<CalibrationDeps, 'db'>, actor: Actor): Promise<OwnCalibration> {
  return await inSnapshot(db, async (snapshot) => await ownIn(snapshot, actor));
}

async function ownIn(db: Reader, actor: Actor): Promise<OwnCalibration> {
  const answers = await findOwnAnswers(db, actor.personId);
  const periods = [];
  for (const { periodId, name, year, province } of await findPeriodsWithCases(db, provincesOf(actor))) {
    const indicators = await indicatorsAt(db, periodId, province);
    const cases = (await findCases(db, periodId, province)).map((one) => {
      const own = answers.get(one.id) ?? null;
      return caseView(one, indicators?.get(one.indicatorId), { own, seesAgreed: own !== null, isMaker: false });
    });
    periods.push({ periodId, name, year, cases });
  }
  return { periods };
}

/** One’s own level for a case, once: whoever saw what was agreed has nothing to say any more. */
export async function answerCase(
  { db, now }: Pick<CalibrationDeps, 'db' | 'now'>,
  actor: Actor,
  { caseId, level }: { readonly caseId: CalibrationCaseId; readonly level: number },
): Promise<OwnCalibration> {
  return await inTransaction(db, async (trx) => {
    const found = await lockCase(trx, caseId);
    if (found === undefined || !hasRole(actor, FIELD, found)) throw new ProblemError('not-found');
    const indicator = (await indicatorsAt(trx, found.periodId, found.province))?.get(found.indicatorId);
    if (indicator === undefined || level > indicator.maximum) {
      throw new ProblemError('invalid-request', [{ field: 'body.level', message: 'Tingkat ini tidak ada' }]);
    }
    if (!(await insertAnswer(trx, { caseId, person: actor.personId, level, at: now() }))) {
      throw new ProblemError('already-decided');
    }
    const own = await ownIn(trx, actor);
    await appendAudit(
      trx,
      {
        office: found.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'calibration.answered',
        subject: { kind: 'period', id: found.periodId },
        beforeHash: null,
        afterHash: null,
        detail: { case: caseId },
      },
      now,
    );
    return own;
  });
}

/** The photo of a case for whoever may see the case; for the field only once somebody hid what must not be seen. */
export async function photoOf({ db, store }: CalibrationDeps, actor: Actor, id: CalibrationCaseId): Promise<Buffer> {
  const found = await findCase(db, id);
  if (found === undefined || found.photo === null) throw new ProblemError('not-found');
  const mayLook = hasRole(actor, OFFICE, found) || (found.photoAreas !== null && hasRole(actor, FIELD, found));
  if (!mayLook) throw new ProblemError('not-found');
  const bytes = await store.open(found.photo);
  if (bytes === undefined) throw new ProblemError('not-found');
  return await buffer(bytes);
}

function provincesOf({ grants }: Actor): readonly ProvinceCode[] {
  return grants.flatMap(({ role, scope }) =>
    scope.kind === 'province' && (role === 'assessor' || role === 'enumerator') ? [scope.code] : [],
  );
}
