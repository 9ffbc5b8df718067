import {
  type Branch,
  type Indicator,
  IndicatorId,
  type Instrument,
  type TreeNode,
} from '@patuh/shared/domain/instrument';
import { hundredths } from '@patuh/shared/domain/points';

/**
 * Instruments made for one test: a factory states only what matters there.
 */

export function anIndicator(id: string, overrides: Partial<Omit<Indicator, 'id' | 'levels'>> = {}): Indicator {
  const { maximum = 3 } = overrides;
  return {
    node: 'indicator',
    id: IndicatorId.parse(id),
    name: `Indikator ${id}`,
    part: 1,
    official: false,
    question: `Pertanyaan ${id}`,
    observation: 'observation',
    subject: 'unit',
    maximum,
    levels: Array.from({ length: maximum + 1 }, (_, level) => ({ level, text: `Tingkat ${level}` })),
    evidence: [],
    merge: 'mean',
    notApplicable: false,
    finding: null,
    legalBasis: [],
    ...overrides,
  };
}

export function aBranch(id: string, part: number, children: readonly TreeNode[], level = 'dimension'): Branch {
  return { node: 'branch', id, level, name: `Cabang ${id}`, part, official: false, children };
}

export function anInstrument(
  tree: TreeNode[],
  {
    rules = {},
    ...overrides
  }: Partial<Omit<Instrument, 'tree' | 'rules'>> & { rules?: Partial<Instrument['rules']> } = {},
): Instrument {
  return {
    format: 'patuh-instrument/1',
    id: 'instrumen-uji',
    version: 1,
    status: 'active',
    years: [2023],
    title: 'Instrumen uji',
    summary: 'Untuk pengujian',
    method: { id: 'uji', name: 'Uji' },
    legalBasis: [],
    sources: ['buatan'],
    assumptions: [],
    levelNames: [
      { level: 'component', name: 'Komponen' },
      { level: 'dimension', name: 'Dimensi' },
      { level: 'variable', name: 'Variabel' },
      { level: 'indicator', name: 'Indikator' },
    ],
    tree,
    rules: {
      bands: [
        {
          kinds: ['regency', 'city'],
          bands: [aBand('A', 7800, 'green'), aBand('B', 5400, 'yellow'), aBand('C', 0, 'red')],
        },
      ],
      rollUp: { unitWeight: 'equal', official: true },
      rounding: { decimals: 2, mode: 'half-up', at: ['unit', 'government'] },
      subjects: (['product', 'officer', 'complaint-officer', 'user'] as const).map((subject) => ({
        subject,
        target: 2,
        minimum: 1,
        official: false,
      })),
      coverage: 'all',
      award: null,
      ...rules,
    },
    ...overrides,
  };
}

export function aBand(
  band: string,
  lower: number,
  zone: 'green' | 'yellow' | 'red' | null,
): Instrument['rules']['bands'][number]['bands'][number] {
  return { band, lower: hundredths(lower), opinion: `Kategori ${band}`, zone, official: true };
}
