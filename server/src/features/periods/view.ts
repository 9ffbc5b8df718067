import type { Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { PeriodView, ProvincePlan } from '@patuh/shared/contracts/periods';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { whyNotRead, whyNotRun } from './policy.ts';
import { countByProvince, findDays, findPeriod, findProvinces, type PeriodRow, planVersions } from './queries.ts';

/** What somebody sees of a period; throws `not-found` where they see nothing of it. */
export async function periodView(db: Reader, actor: Actor, id: PeriodId): Promise<PeriodView> {
  const period = await findPeriod(db, id);
  if (period === undefined) throw new ProblemError('not-found');
  const provinces = await findProvinces(db, provincesOf(actor));
  const readable = provinces.filter(({ code }) => whyNotRead(actor, period, code) === undefined);
  if (readable.length === 0) throw new ProblemError('not-found');
  const days = await findDays(db, period.compares ?? id);
  const versions = await planVersions(db, id);
  const counts = await countByProvince(db, id, readable);
  const plans = readable.map((province): ProvincePlan => ({
    province,
    version: versions.get(province.code) ?? 0,
    days: [...(days.get(province.code) ?? [])],
    ...(counts.get(province.code) ?? { units: 0, assigned: 0 }),
  }));
  const again = { ...period, kind: 'comparison' } as const;
  const seesLot = period.kind === 'season' && readable.some(({ code }) => whyNotRead(actor, again, code) === undefined);
  return {
    ...headOf(period),
    instrument: {
      id: period.instrumentId,
      version: period.instrumentVersion,
      title: period.instrumentTitle,
    },
    settings: period.settings,
    createdAt: period.createdAt.toISOString(),
    version: period.version,
    days: [...(days.get(null) ?? [])],
    plans,
    comparison: seesLot ? period.comparison : null,
    compares: period.compares,
    seesLot,
    mayChange: whyNotRun(actor, period) === undefined,
  };
}

/** Where the grants of somebody reach as provinces. */
export function provincesOf({ grants }: Pick<Actor, 'grants'>): readonly ProvinceCode[] | 'all' {
  if (grants.some(({ scope }) => scope.kind === 'national')) return 'all';
  return grants.flatMap(({ scope }) => (scope.kind === 'province' ? [scope.code] : []));
}

export function headOf(period: PeriodRow) {
  const { id, kind, chain, year, province, provinceName, openedAt, settings } = period;
  return {
    id,
    kind,
    chain,
    year,
    name: settings.name,
    province: province === null ? null : { code: province, name: provinceName ?? province },
    openedAt: openedAt?.toISOString() ?? null,
  };
}
