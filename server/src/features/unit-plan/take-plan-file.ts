import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { assignedEvent, assignTeams } from '@patuh/server/platform/assign-team';
import { appendAudit } from '@patuh/server/platform/audit';
import { inSnapshot, inTransaction, type Reader, type Writer } from '@patuh/server/platform/database';
import { planVersion } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import { keepBlind } from '@patuh/server/platform/second-visit';
import type { PlanFileOutcome } from '@patuh/shared/contracts/plan-file';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { UnitId } from '@patuh/shared/domain/ids';
import { type JudgedRow, judgePlan, type Known } from '@patuh/shared/domain/judge-plan';
import type { PlanFault } from '@patuh/shared/domain/plan-rows';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex, sha256OfBytes } from '@patuh/shared/publication/hash';

import { factsOf, kindChoices } from '@patuh/server/platform/register/facts';
import type { PlanOf } from './get-plan.ts';
import { auditPlan, heldPlan, planningOf } from './plan-units.ts';
import {
  findGovernments,
  findProvince,
  findUnits,
  insertEvents,
  insertUnits,
  type UnitRow,
} from '@patuh/server/platform/register/units';
import {
  findAssessedBefore,
  findGovernmentsElsewhere,
  findPlanned,
  findTeams,
  insertPlanned,
  type PeriodRow,
} from './queries.ts';
import { type PlanFile, readPlanFile } from './read-plan-file.ts';

type Deps = Pick<ApiDeps, 'db' | 'now'>;

interface Brought extends PlanOf {
  readonly file: PlanFile;
}

const MOST_FAULTS = 200;

/** What taking the file would do, or every place in it that stands in the way. Changes nothing. */
export async function checkPlanFile({ db }: Deps, actor: Actor, brought: Brought): Promise<PlanFileOutcome> {
  const read = await readPlanFile(brought.file);
  return await inSnapshot(db, async (snapshot) => {
    await planningOf(snapshot, actor, brought);
    const { rows, faults } = judgePlan(read.sheet, read, await knownOf(snapshot, brought));
    const all = [...read.faults, ...faults].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    if (all.length > 0) return refused(all);
    const lines = rows.map(({ row, government, kindName, name, what, team, remarks }) => ({
      row: row.row,
      government: { code: government.code, name: government.name },
      kindName,
      name,
      what,
      team: team?.name ?? null,
      remarks: [...remarks],
    }));
    return {
      kind: 'ready',
      version: await planVersion(snapshot, brought),
      checked: checkedHash(brought.file, rows),
      lines,
    };
  });
}

function refused(faults: readonly PlanFault[]): PlanFileOutcome {
  return { kind: 'refused', faults: faults.slice(0, MOST_FAULTS), more: Math.max(0, faults.length - MOST_FAULTS) };
}

interface Taken {
  readonly registered: number;
  readonly planned: number;
  readonly assigned: number;
}

/**
 * Does what was found before, in one transaction. Where the file, the plan or the register is another one than then, it is
 * `changed-meanwhile` and nothing happens.
 */
export async function takePlanFile(
  { db, now }: Deps,
  actor: Actor,
  { version, checked, ...brought }: Brought & { readonly version: number; readonly checked: string },
): Promise<Taken> {
  const read = await readPlanFile(brought.file);
  return await inTransaction(db, async (trx) => {
    const { period } = await heldPlan(trx, actor, { ...brought, version }, now());
    const { rows, faults } = judgePlan(read.sheet, read, await knownOf(trx, brought));
    const differs = read.faults.length + faults.length > 0 || checkedHash(brought.file, rows) !== checked;
    if (differs) throw new ProblemError('changed-meanwhile');
    const units = await registerNew(trx, actor, { rows, file: brought.file, now: now() });
    const added = await addToPlan(trx, { period, rows, units, province: brought.province, now: now() });
    const assigned = await assignTeams(trx, { periodId: period.id, now: now() }, assignmentsIn(rows, units));
    await keepBlind(trx, brought);
    const office = { office: brought.province, actor: { kind: 'person', id: actor.personId } } as const;
    for (const one of assigned) await appendAudit(trx, assignedEvent(one, office), now);
    const registered = rows.filter(({ what }) => what === 'new').length;
    const counts = { units: rows.length, registered, planned: added, assigned: assigned.length };
    const named = { ...brought, units: [...units.values()] };
    await auditPlan(trx, actor, named, { action: 'plan.imported', detail: counts }, now);
    return { registered, planned: added, assigned: assigned.length };
  });
}

/** Everything about the province that the rows are held against. */
async function knownOf(db: Reader, { periodId, province }: PlanOf): Promise<Known> {
  const units = await findUnits(db, province);
  const planned = await findPlanned(db, periodId, province);
  return {
    province: (await findProvince(db, province))?.name ?? province,
    governments: await findGovernments(db, province),
    elsewhere: await findGovernmentsElsewhere(db, province),
    kinds: kindChoices(),
    units: units.map(({ latitude, longitude, closedAt, ...unit }) => ({
      ...unit,
      coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
      closed: closedAt !== null,
    })),
    planned: new Map(planned.map(({ unitId, teamId }) => [unitId, teamId])),
    teams: await findTeams(db, periodId, province),
  };
}

/** Of the file and of what each row comes to: whoever takes it takes what they saw. */
function checkedHash({ bytes }: PlanFile, rows: readonly JudgedRow[]): string {
  const found = rows.map(({ row, what, unit, team, remarks }) => [row.row, what, unit, team?.id ?? null, [...remarks]]);
  return sha256Hex(`${sha256OfBytes(bytes)} ${canonicalText(found)}`);
}

/** The unit of each row, by its number; units nobody knew are registered. */
async function registerNew(
  trx: Writer,
  { personId }: Pick<Actor, 'personId'>,
  { rows, file, now }: { readonly rows: readonly JudgedRow[]; readonly file: PlanFile; readonly now: Date },
): Promise<ReadonlyMap<number, UnitId>> {
  const made = rows.flatMap((judged): { row: number; unit: UnitRow }[] => {
    if (judged.unit !== null) return [];
    const { address, coordinates } = judged.row;
    const unit = {
      id: UnitId.parse(randomUUID()),
      government: judged.government.code,
      kind: judged.kind,
      name: judged.name,
      address,
      latitude: coordinates?.latitude ?? null,
      longitude: coordinates?.longitude ?? null,
      closedAt: null,
    };
    return [{ row: judged.row.row, unit }];
  });
  const reason = `Berkas rencana ${file.name}`;
  await insertUnits(
    trx,
    made.map(({ unit }) => unit),
    now,
  );
  await insertEvents(
    trx,
    made.map(({ unit }) => ({ id: randomUUID(), unit: unit.id, kind: 'registered', after: factsOf(unit), reason })),
    { by: personId, now },
  );
  const known = rows.flatMap(({ row, unit }) => (unit === null ? [] : [[row.row, unit] as const]));
  return new Map([...known, ...made.map(({ row, unit }) => [row, unit.id] as const)]);
}

interface Addition {
  readonly period: PeriodRow;
  readonly province: ProvinceCode;
  readonly rows: readonly JudgedRow[];
  readonly units: ReadonlyMap<number, UnitId>;
  readonly now: Date;
}

/** Answers with how many were not in the plan before. */
async function addToPlan(trx: Writer, { period, province, rows, units, now }: Addition): Promise<number> {
  const before = await findAssessedBefore(trx, period, province);
  const added = rows.flatMap(({ what, row }) => {
    const unit = what === 'planned' ? undefined : units.get(row.row);
    return unit === undefined ? [] : [{ unit, firstTime: !before.has(unit) }];
  });
  await insertPlanned(trx, period.id, added, now);
  return added.length;
}

function assignmentsIn(rows: readonly JudgedRow[], units: ReadonlyMap<number, UnitId>) {
  return rows.flatMap(({ row, team }) => {
    const unitId = units.get(row.row);
    return team === null || unitId === undefined ? [] : [{ unitId, teamId: team.id }];
  });
}
