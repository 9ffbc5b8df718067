import { readFileSync } from 'node:fs';

import { type KnownList, rankingView } from '@patuh/server/platform/catalogue/ranking-view';
import type { Reference, ReferenceGovernment } from '@patuh/server/platform/catalogue/reference';
import { Ranking } from '@patuh/shared/contracts/rankings';
import { parse } from 'csv-parse/sync';

import { fileOf, forge, publishedPayload } from './publications.ts';
import { instrumentOf } from './reference-instruments.ts';
import { ROOT } from './root.ts';

/** Rankings as pages get them, made of the published figures without a database. */

const YEARS: Readonly<Record<'19' | '53', readonly number[]>> = {
  '19': [2025, 2024, 2023, 2022, 2021],
  '53': [2024, 2023, 2022, 2021],
};

type Line = Readonly<Record<'code' | 'name' | 'kind' | 'province_code', string>>;

const governments = parse<Line>(readFileSync(`${ROOT}seeds/reference/governments.csv`), { columns: true });

const reference: Reference = {
  provinces: new Map(),
  instruments: [],
  governments: new Map(
    governments.map(({ code, name, kind, province_code }) => {
      const government = { code, name, kind, provinceCode: province_code, bpsCode: null } as ReferenceGovernment;
      return [government.code, government];
    }),
  ),
};

/** The ranking of a province and year; `overrides` state what matters to a test. */
export function aRanking(province: '19' | '53', year: number, overrides: Partial<Ranking> = {}): Ranking {
  const years = YEARS[province];
  const earlier = years.filter((other) => other < year).map((other) => knownList(province, other));
  return Ranking.parse({ ...rankingView(knownList(province, year), earlier, years, reference), ...overrides });
}

function knownList(province: '19' | '53', year: number): KnownList {
  const payload = publishedPayload(province, year);
  return { file: fileOf(forge(payload)), payload, instrument: instrumentOf(year) };
}
