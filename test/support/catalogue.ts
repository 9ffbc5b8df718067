import { readFileSync } from 'node:fs';

import { buildCatalogue, type Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import type { Province, Reference, ReferenceGovernment } from '@patuh/server/platform/catalogue/reference';
import type { StoredPublication } from '@patuh/server/platform/catalogue/stored-publication';
import type { Payload } from '@patuh/shared/publication/payload';
import { parse } from 'csv-parse/sync';

import { fileOf, forge, nationalPayload, publishedPayload } from './publications.ts';
import { referenceInstruments } from './reference-instruments.ts';
import { ROOT } from './root.ts';

/** Everything the public can read, made of the published figures without a database, as pages get it. */
export function aCatalogue(): Catalogue {
  const payloads: readonly Payload[] = [
    ...[2021, 2022].map(nationalPayload),
    ...[2021, 2022, 2023, 2024].map((year) => publishedPayload('53', year)),
    ...[2021, 2022, 2023, 2024, 2025].map((year) => publishedPayload('19', year)),
  ];
  const stored: StoredPublication[] = [];
  for (const payload of payloads) {
    const text = forge(payload, stored.at(-1)?.file.hash ?? null);
    stored.push({ file: fileOf(text), text });
  }
  return buildCatalogue(stored, referenceData());
}

type Line = Readonly<Record<string, string>>;

function referenceData(): Reference {
  const provinces = lines('provinces.csv').map((line) => {
    const { code, name, time_zone: timeZone } = line;
    return [code, { code, name, timeZone }] as [Province['code'], Province];
  });
  const governments = lines('governments.csv').map((line) => {
    const { code, name, kind, province_code: provinceCode, bps_code: bps } = line;
    return [code, { code, name, kind, provinceCode, bpsCode: bps || null }] as [
      ReferenceGovernment['code'],
      ReferenceGovernment,
    ];
  });
  return {
    provinces: new Map(provinces),
    governments: new Map(governments),
    instruments: referenceInstruments.map((instrument) => ({ instrument, contentHash: '0'.repeat(64) })),
  };
}

function lines(file: string): readonly Line[] {
  return parse<Line>(readFileSync(`${ROOT}seeds/reference/${file}`), { columns: true });
}
