import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot } from '@patuh/server/platform/database';
import type { InstrumentChoice, PeriodSummary } from '@patuh/shared/contracts/periods';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';

import { whyNotCreate, whyNotRead } from './policy.ts';
import { countUnits, findProvinces, listInstruments, listPeriodRows } from './queries.ts';
import { headOf, provincesOf } from './view.ts';

interface Periods {
  readonly periods: PeriodSummary[];
  readonly instruments: InstrumentChoice[];
  readonly may: { readonly national: boolean; readonly trialsOf: { code: ProvinceCode; name: string }[] };
}

/** Every season and trial in which a province of the reader takes part, with what a new one can be made of. */
export async function listPeriods({ db }: Pick<ApiDeps, 'db'>, actor: Actor): Promise<Periods> {
  return await inSnapshot(db, async (snapshot) => {
    const known = await findProvinces(snapshot, provincesOf(actor));
    const anySeason = (chain: 'main' | 'demo') => ({ kind: 'season', chain, province: null }) as const;
    const provinces = known.filter(({ code }) =>
      (['main', 'demo'] as const).some((chain) => whyNotRead(actor, anySeason(chain), code) === undefined),
    );
    const rows = await listPeriodRows(snapshot, provinces);
    const counts = await countUnits(
      snapshot,
      rows.map(({ id }) => id),
      provinces,
    );
    const trialsOf = provinces.filter(
      ({ code }) => whyNotCreate(actor, { kind: 'trial', province: code }) === undefined,
    );
    const national = whyNotCreate(actor, { kind: 'season', province: null }) === undefined;
    return {
      periods: rows.map((period) => ({
        ...headOf(period),
        ...(counts.get(period.id) ?? { units: 0, assigned: 0 }),
      })),
      instruments: national || trialsOf.length > 0 ? [...(await listInstruments(snapshot))] : [],
      may: { national, trialsOf: trialsOf.map(({ code, name }) => ({ code, name })) },
    };
  });
}
