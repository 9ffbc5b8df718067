import type { GovernmentHistory, GovernmentResult } from '@patuh/shared/contracts/governments';
import type { Ranking } from '@patuh/shared/contracts/rankings';
import { DEMO_MARK, isDemo } from '@patuh/shared/domain/demo';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { bandsFor } from '@patuh/shared/publication/bands';

import { unitRemarks } from './published-list.ts';
import { type KnownList, methodOf, summaryOf } from './ranking-view.ts';
import type { Reference } from './reference.ts';

/** A government with all its known results, newest first; undefined for a code that the reference data does not hold. */
export function governmentHistory(
  code: GovernmentCode,
  lists: ReadonlyMap<ProvinceCode, readonly KnownList[]>,
  rankings: ReadonlyMap<ProvinceCode, ReadonlyMap<number, Ranking>>,
  reference: Reference,
): GovernmentHistory | undefined {
  const government = reference.governments.get(code);
  if (government === undefined) return undefined;
  const { name, kind, bpsCode, provinceCode } = government;
  const province = { code: provinceCode, name: reference.provinces.get(provinceCode)?.name ?? provinceCode };
  const results = (lists.get(provinceCode) ?? []).flatMap((list) => {
    const ranking = rankings.get(provinceCode)?.get(list.payload.year);
    const result = ranking === undefined ? undefined : resultOf(code, list, ranking);
    return result === undefined ? [] : [result];
  });
  return { mark: isDemo(code) ? DEMO_MARK : null, government: { code, name, kind, bpsCode, province }, results };
}

function resultOf(code: GovernmentCode, list: KnownList, ranking: Ranking): GovernmentResult | undefined {
  const result = ranking.rows.find((row) => row.government.code === code);
  const published = list.payload.rows.find((row) => row.government.code === code);
  if (result === undefined || published === undefined) return undefined;
  const ranked = ranking.rows.filter((row) => row.government.kind !== 'province').length;
  return {
    year: list.payload.year,
    method: methodOf(list.instrument),
    bands: [...bandsFor(list.payload.rules.bands, result.government.kind)],
    result,
    listComplete: ranking.coverage.complete,
    listOf: ranking.coverage.complete ? ranked : null,
    units: published.units,
    unitRemarks: [...unitRemarks(list.payload, code)],
    publication: summaryOf(list.file),
  };
}
