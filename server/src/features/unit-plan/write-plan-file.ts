import { csvTable } from '@patuh/server/platform/csv';
import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot } from '@patuh/server/platform/database';
import { type Sheet, type SheetCell, xlsxOf } from '@patuh/server/platform/spreadsheet/write-xlsx';
import type { Actor } from '@patuh/shared/domain/actor';
import { PLAN_COLUMNS, PLAN_SHEET } from '@patuh/shared/domain/plan-rows';

import { kindChoices } from '@patuh/server/platform/register/facts';
import { periodFor, type PlanOf } from './get-plan.ts';
import { findGovernments, type GovernmentRow } from '@patuh/server/platform/register/units';
import { findPlanned } from './queries.ts';

export type PlanFormat = 'csv' | 'xlsx';

export interface WrittenFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const WIDTHS = [32, 46, 46, 50, 12, 12, 20];
/** Of each government once, and its Puskesmas twice, as they are assessed. */
const USUAL = ['health', 'education', 'social', 'one-stop-licensing', 'civil-registry', 'puskesmas', 'puskesmas'];
const USUAL_OF_PROVINCE = ['health', 'education', 'social', 'one-stop-licensing', 'hospital'];

/** The plan of a province as a file that can be taken in again unchanged. Throws `not-found`. */
export async function exportPlan(
  { db }: Pick<ApiDeps, 'db'>,
  actor: Actor,
  of: PlanOf & { readonly format: PlanFormat },
): Promise<WrittenFile> {
  return await inSnapshot(db, async (snapshot) => {
    const period = await periodFor(snapshot, actor, of);
    const governments = await findGovernments(snapshot, of.province);
    const names = new Map(governments.map(({ code, name }) => [code, name]));
    const kinds = new Map(kindChoices().map(({ kind, name }) => [kind, name]));
    const rows = (await findPlanned(snapshot, of.periodId, of.province)).map((row) => [
      names.get(row.government) ?? row.government,
      kinds.get(row.kind) ?? row.kind,
      row.name,
      row.address,
      degrees(row.latitude),
      degrees(row.longitude),
      row.team,
    ]);
    return written(`rencana-${of.province}-${period.year}`, of.format, rows, governments);
  });
}

/** A file to fill in: the governments of the province with their usual kinds of units, names still empty. */
export async function planTemplate(
  { db }: Pick<ApiDeps, 'db'>,
  actor: Actor,
  of: PlanOf & { readonly format: PlanFormat },
): Promise<WrittenFile> {
  return await inSnapshot(db, async (snapshot) => {
    await periodFor(snapshot, actor, of);
    const governments = await findGovernments(snapshot, of.province);
    const names = new Map<string, string>(kindChoices().map(({ kind, name }) => [kind, name]));
    const rows = governments.flatMap(({ name, kind }) =>
      (kind === 'province' ? USUAL_OF_PROVINCE : USUAL).map((usual) => [
        name,
        names.get(usual) ?? usual,
        null,
        null,
        null,
        null,
        null,
      ]),
    );
    return written(`templat-rencana-${of.province}`, of.format, rows, governments);
  });
}

const MILLION = 1_000_000;

function degrees(millionths: number | null): number | null {
  return millionths === null ? null : millionths / MILLION;
}

function written(
  name: string,
  format: PlanFormat,
  rows: readonly (readonly SheetCell[])[],
  governments: readonly GovernmentRow[],
): WrittenFile {
  if (format === 'csv') {
    // By its mark a spreadsheet knows that it is UTF-8.
    const bytes = new TextEncoder().encode(`\uFEFF${csvTable(PLAN_COLUMNS, rows)}`);
    return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes };
  }
  return {
    name: `${name}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: xlsxOf([planSheet(rows, governments.length), reference(governments)]),
  };
}

function planSheet(rows: readonly (readonly SheetCell[])[], governments: number): Sheet {
  return {
    name: PLAN_SHEET,
    widths: WIDTHS,
    rows: [PLAN_COLUMNS, ...rows],
    choices: [
      { column: 0, from: `Acuan!$B$2:$B$${governments + 1}` },
      { column: 1, from: `Acuan!$D$2:$D$${kindChoices().length + 1}` },
    ],
  };
}

/** What one chooses from in the first two columns. */
function reference(governments: readonly GovernmentRow[]): Sheet {
  const kinds = kindChoices();
  const count = Math.max(governments.length, kinds.length);
  const lines = Array.from({ length: count }, (_, index) => [
    governments[index]?.code ?? null,
    governments[index]?.name ?? null,
    null,
    kinds[index]?.name ?? null,
  ]);
  return { name: 'Acuan', widths: [10, 40, 4, 56], rows: [['kode', 'pemda', null, 'jenis unit'], ...lines] };
}
