import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { UnitId } from '@patuh/shared/domain/ids';
import { type Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import {
  type ComputedContent,
  computedContent,
  type ComputedInput,
  computedPayload,
} from '@patuh/shared/publication/computed';
import { publishedLevels, type SourceGovernment, type SourceUnit } from '@patuh/shared/publication/derive-computed';
import { type ComputedPayload, PublicationId } from '@patuh/shared/publication/payload';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';

import { instrumentOf } from './reference-instruments.ts';
import { fullUnit, seeded } from './scoring-inputs.ts';

/** Computed publications of the fictional province, from invented answers. */

const UNIT_KINDS = [
  'dinas-kesehatan',
  'dinas-pendidikan',
  'dinas-sosial',
  'dpmptsp',
  'dukcapil',
  'puskesmas',
  'puskesmas',
] as const;

const CONTOH = { code: ProvinceCode.parse('99'), name: 'Provinsi Contoh' };

let serial = 0;

/** A unit whose every question is answered, by chance from the seed; `users` of the 30 were interviewed. */
function anAssessedUnit(instrument: Instrument, seed: number, users = 30): SourceUnit {
  const plan = compileInstrument(instrument);
  const { unitKind, subjects, answers } = fullUnit(instrument, seeded(seed));
  const stays = (subject: { readonly kind: string; readonly number?: number }) =>
    subject.kind !== 'user' || (subject.number ?? 0) <= users;
  const result = scoreUnit(plan, {
    unitKind,
    subjects: subjects.filter(stays),
    answers: answers.filter(({ subject }) => stays(subject)),
  });
  if (result.kind !== 'scored') throw new RangeError(`The unit is ${result.kind}`);
  const { products, indicators } = result.merged;
  return { ...identity(seed), status: 'assessed', products, levels: publishedLevels(indicators) };
}

export function anUnassessedUnit(seed: number): SourceUnit {
  return { ...identity(seed), status: 'not-assessed', reason: 'unreachable' };
}

function identity(seed: number): Pick<SourceUnit, 'id' | 'name' | 'kind'> {
  serial += 1;
  const kind = UNIT_KINDS[seed % UNIT_KINDS.length] ?? 'puskesmas';
  return {
    id: UnitId.parse(`00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`),
    name: `${kind} ${serial}`,
    kind: UnitKind.parse(kind),
  };
}

export function aSourceGovernment(
  code: string,
  name: string,
  kind: SourceGovernment['government']['kind'],
  units: readonly SourceUnit[],
): SourceGovernment {
  return { government: { code: GovernmentCode.parse(code), name, kind }, levels: [], units };
}

/** Three governments of seven units: one unit not assessed, one with 12 of 30 users. */
export function aComputedInput(overrides: Partial<ComputedInput> = {}): ComputedInput {
  const instrument = instrumentOf(2024);
  const seven = (from: number) => Array.from({ length: 7 }, (_, index) => anAssessedUnit(instrument, from + index));
  const [, ...sixOfTimur] = seven(100);
  const [, ...sixOfKota] = seven(300);
  return {
    chain: 'demo',
    year: 2024,
    province: CONTOH,
    replaces: null,
    decree: { number: '252 Tahun 2024', date: '2024-11-14' },
    instrument,
    governments: [
      aSourceGovernment('99.01', 'Kabupaten Contoh Timur', 'regency', [...sixOfTimur, anUnassessedUnit(107)]),
      aSourceGovernment('99.02', 'Kabupaten Contoh Barat', 'regency', seven(200)),
      aSourceGovernment('99.71', 'Kota Contoh', 'city', [...sixOfKota, anAssessedUnit(instrument, 307, 12)]),
    ],
    missing: [],
    ...overrides,
  };
}

function aComputedContent(overrides: Partial<ComputedInput> = {}): ComputedContent {
  return computedContent(aComputedInput(overrides));
}

export function aComputedPayload(overrides: Partial<ComputedInput> = {}, number = 1): ComputedPayload {
  return computedPayload(aComputedContent(overrides), {
    id: PublicationId.parse(`99-2024-${number}`),
    publishedAt: '2026-11-22T02:00:00.000Z',
    auditHeads: [
      { office: '99', sequence: 12, hash: 'a'.repeat(64) },
      { office: 'pusat', sequence: 3, hash: 'b'.repeat(64) },
    ].map(({ office, ...head }) => ({ office: office === 'pusat' ? office : ProvinceCode.parse(office), ...head })),
  });
}
