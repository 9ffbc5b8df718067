import type { ApiDeps } from '@patuh/server/platform/access';
import { findScopes } from '@patuh/server/platform/assessments/office-scopes';
import { type CsvCell, csvLines } from '@patuh/server/platform/csv';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { type After, findUnits } from './queries.ts';
import { type FullUnit, withProgress } from './units.ts';

const COLUMNS = [
  'provinsi',
  'kode_pemda',
  'pemda',
  'unit',
  'jenis',
  'tim',
  'keadaan',
  'dijawab',
  'pertanyaan',
  'pengguna',
  'foto_belum_tiba',
  'beda_isian',
  'isian_terakhir',
  'kontak_terakhir',
  'belum_terkirim_sejak',
  'diserahkan',
  'pemeriksa',
  'tenggat',
] as const;

/** Units read at once: the file grows as it is sent, and never lies here as a whole. */
const AT_ONCE = 200;

/**
 * The lines of the season, a part at a time, in the order of governments and names. Each part is as of its own moment.
 * Throws `not-found` before the first, where the caller has nothing to see there.
 */
export async function exportSeason(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { periodId, province }: { readonly periodId: PeriodId; readonly province: ProvinceCode | 'all' },
): Promise<AsyncGenerator<string>> {
  const scopes = await findScopes(db, actor);
  const provinces = scopes
    .filter((scope) => scope.periodId === periodId && (province === 'all' || scope.province.code === province))
    .map((scope) => scope.province.code);
  if (provinces.length === 0) throw new ProblemError('not-found');
  return lines();

  async function* lines(): AsyncGenerator<string> {
    yield csvLines([COLUMNS]);
    let after: After | undefined;
    for (;;) {
      const at = { now: now(), after, limit: AT_ONCE };
      const units = await inSnapshot(db, async (snapshot) =>
        withProgress(snapshot, periodId, await findUnits(snapshot, { periodId, provinces }, at)),
      );
      if (units.length > 0) yield csvLines(units.map(lineOf));
      const last = units.at(-1);
      if (last === undefined || units.length < AT_ONCE) return;
      after = { government: last.government.code, name: last.unitName };
    }
  }
}

function lineOf(unit: FullUnit): readonly CsvCell[] {
  return [
    unit.province,
    unit.government.code,
    unit.government.name,
    unit.unitName,
    unit.unitKindName,
    unit.team,
    unit.state,
    unit.answered,
    unit.expected,
    unit.users,
    unit.filesOutstanding,
    unit.conflicts,
    unit.lastChangeAt,
    unit.heardAt,
    unit.oldestWaitingAt,
    unit.submittedAt,
    unit.verifier,
    unit.dueOn,
  ];
}
