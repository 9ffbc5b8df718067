import { readFindingCategories, readInstruments, readUnitKinds } from '@patuh/seeds/reference';
import { GOVERNMENT_KINDS } from '@patuh/shared/domain/government';
import type { Indicator, Instrument, SubjectKind, TreeNode } from '@patuh/shared/domain/instrument';
import { describe, expect, it } from 'vitest';

const instruments = readInstruments();

function instrumentOf(year: number): Instrument {
  const found = instruments.find(({ years }) => years.includes(year));
  if (!found) throw new RangeError(`No instrument for ${year}`);
  return found;
}

function indicatorsOf(nodes: readonly TreeNode[]): readonly Indicator[] {
  return nodes.flatMap((node) => (node.node === 'indicator' ? [node] : indicatorsOf(node.children)));
}

function childrenOf(nodes: readonly TreeNode[], ...ids: readonly string[]): readonly TreeNode[] {
  return ids.reduce((at, id) => {
    const found = at.find((node) => node.id === id);
    if (found?.node !== 'branch') throw new RangeError(`No branch ${id}`);
    return found.children;
  }, nodes);
}

/** Indicators under each branch of the top two levels. */
function counts(year: number): Record<string, number> {
  const branches = instrumentOf(year).tree.flatMap((node) => (node.node === 'branch' ? node.children : []));
  return Object.fromEntries(branches.map((node) => [node.id, indicatorsOf([node]).length]));
}

function answersOfFullUnit(year: number): number {
  const { tree, rules } = instrumentOf(year);
  const times = (kind: SubjectKind) => rules.subjects.find(({ subject }) => subject === kind)?.target ?? 1;
  return indicatorsOf(tree).reduce((sum, { subject }) => sum + times(subject), 0);
}

describe('the instruments', () => {
  it('cover 2021 to 2025, each year once', () => {
    expect(instruments.flatMap(({ years }) => years)).toEqual([2021, 2022, 2023, 2024, 2025]);
  });

  it('share a method only where the years may be compared', () => {
    expect(instruments.map(({ method }) => method.id)).toEqual([
      'sepuluh-variabel',
      'empat-dimensi',
      'empat-dimensi',
      'opini',
    ]);
  });

  it('say which figures are assumed', () => {
    for (const { assumptions, sources } of instruments) {
      expect(assumptions.length).toBeGreaterThan(0);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('judge all five kinds of government', () => {
    for (const { rules } of instruments) {
      expect(rules.bands.flatMap(({ kinds }) => kinds).toSorted()).toEqual(GOVERNMENT_KINDS.toSorted());
    }
  });

  it('name only unit kinds and finding categories that exist', () => {
    const kinds = readUnitKinds().map(({ id }) => String(id));
    const findings = readFindingCategories().map(({ number }) => number);
    for (const { tree, rules } of instruments) {
      for (const { finding } of indicatorsOf(tree)) if (finding !== null) expect(findings).toContain(finding);
      for (const { targetPerUnitKind } of rules.subjects) {
        for (const kind of Object.keys(targetPerUnitKind ?? {})) expect(kinds).toContain(kind);
      }
    }
  });
});

describe.each(instruments.flatMap(({ id, tree }) => indicatorsOf(tree).map((indicator) => ({ id, indicator }))))(
  '$id $indicator.id',
  ({ indicator }) => {
    it('describes every level, each in other words, and tells the assessor how to decide', () => {
      const texts = indicator.levels.map(({ text }) => text);
      expect(indicator.levels.map(({ level }) => level)).toEqual(texts.map((_, level) => level));
      expect(texts).toHaveLength(indicator.maximum + 1);
      expect(new Set(texts.map((text) => text.toLowerCase()))).toHaveLength(texts.length);
      expect(indicator.guidance ?? '').not.toBe('');
      expect(indicator.legalBasis).not.toEqual([]);
    });
  },
);

describe('the four dimensions', () => {
  it.each([2022, 2023, 2024])('have the official weights in %i', (year) => {
    const { tree } = instrumentOf(year);
    expect(tree.map(({ id, part, official }) => [id, part, official])).toEqual([
      ['input', 2185, true],
      ['proses', 3237, true],
      ['output', 2424, true],
      ['pengaduan', 2154, true],
    ]);
  });

  it('have 6 + 9 + 11 + 5 + 6 indicators in 2023 and 2024', () => {
    const expected = {
      'kompetensi-pelaksana': 6,
      'sarana-prasarana': 9,
      'standar-pelayanan': 11,
      'persepsi-maladministrasi': 5,
      'pengelolaan-pengaduan': 6,
    };
    expect(counts(2023)).toEqual(expected);
    expect(counts(2024)).toEqual(expected);
  });

  it('have 5 + 8 + 11 + 5 + 6 indicators in 2022', () => {
    expect(counts(2022)).toEqual({
      'kompetensi-pelaksana': 5,
      'sarana-prasarana': 8,
      'standar-pelayanan': 11,
      'persepsi-maladministrasi': 5,
      'pengelolaan-pengaduan': 6,
    });
  });

  it('give the first indicator of Input exactly 12.22 % of the dimension in 2023, and every other 6.27 %', () => {
    const variables = childrenOf(instrumentOf(2023).tree, 'input');
    const whole = sumOf(variables);
    const shares = variables.flatMap((variable) => {
      const indicators = childrenOf(variables, variable.id);
      // In ten-thousandths of the dimension; a share that is not a whole number of them shows up as a fraction.
      return indicators.map(({ part }) => (10_000 * variable.part * part) / (whole * sumOf(indicators)));
    });
    expect(shares).toEqual([1222, ...Array<number>(14).fill(627)]);
  });

  it('mark the one published weight of an indicator as official, and no other', () => {
    const official = (year: number) => indicatorsOf(instrumentOf(year).tree).filter((indicator) => indicator.official);
    expect(official(2023).map(({ id }) => id)).toEqual(['komponen-standar-pelayanan']);
    expect(official(2022)).toEqual([]);
  });

  it('weigh all thirteen indicators of Input alike in 2022', () => {
    const variables = childrenOf(instrumentOf(2022).tree, 'input');
    expect(variables.map(({ part }) => part)).toEqual([5, 8]);
    expect(indicatorsOf(variables).every(({ part }) => part === 1)).toBe(true);
  });

  it('ask 217 answers of a unit with 2 products, 4 officers, 2 complaint officers and 30 users', () => {
    expect(answersOfFullUnit(2023)).toBe(217);
    expect(answersOfFullUnit(2022)).toBe(212);
  });

  it('observe five products of a Polres and two of a land office', () => {
    const products = instrumentOf(2024).rules.subjects.find(({ subject }) => subject === 'product');
    expect(products).toMatchObject({ target: 2, minimum: 1, targetPerUnitKind: { polres: 5, 'land-office': 2 } });
  });

  it.each([2022, 2024])('have the published bounds in %i', (year) => {
    expect(boundsOf(year)).toEqual([
      ['A', 8800, 'green', true],
      ['B', 7800, 'green', true],
      ['C', 5400, 'yellow', true],
      ['D', 3200, 'red', false],
      ['E', 0, 'red', false],
    ]);
  });
});

describe('the ten variables of 2021', () => {
  it('weigh alike and are ticked once per product', () => {
    const { tree, rules } = instrumentOf(2021);
    expect(tree.map(({ part }) => part)).toEqual(Array(10).fill(1));
    expect(indicatorsOf(tree).every(({ maximum, subject }) => maximum === 1 && subject === 'product')).toBe(true);
    expect(rules.rollUp).toEqual({ unitWeight: 'products', official: false });
  });

  it('have the bounds of 2015 to 2021', () => {
    expect(boundsOf(2021)).toEqual([
      ['Tinggi', 8100, 'green', true],
      ['Sedang', 5100, 'yellow', true],
      ['Rendah', 0, 'red', true],
    ]);
  });
});

describe('the Opini of 2025', () => {
  it('weighs compliance to public trust as 70 to 30', () => {
    const { tree } = instrumentOf(2025);
    expect(tree.map(({ id, part, official }) => [id, part, official])).toEqual([
      ['kepatuhan', 70, true],
      ['kepercayaan', 30, true],
    ]);
    expect(childrenOf(tree, 'kepatuhan').map(({ id, part, official }) => [id, part, official])).toEqual([
      ['input', 1, false],
      ['proses', 1, false],
      ['output', 1, false],
      ['pengaduan', 1, false],
    ]);
  });

  it('takes secondary data and the public survey once for the whole government', () => {
    const asked = indicatorsOf(instrumentOf(2025).tree).filter(({ subject }) => subject === 'government');
    expect(asked.map(({ observation }) => observation)).toEqual(['secondary-data', 'secondary-data', 'public-survey']);
  });

  it('has bands without zones, none of them with a published bound, for a selection of governments', () => {
    expect(boundsOf(2025)).toEqual([
      ['Sangat Baik', 8800, null, false],
      ['Baik', 7800, null, false],
      ['Cukup', 5400, null, false],
      ['Kurang', 0, null, false],
    ]);
    expect(instrumentOf(2025).rules.coverage).toBe('selected');
  });
});

function boundsOf(year: number) {
  const [table] = instrumentOf(year).rules.bands;
  return table?.bands.map(({ band, lower, zone, official }) => [band, lower, zone, official]);
}

function sumOf(nodes: readonly TreeNode[]): number {
  return nodes.reduce((sum, { part }) => sum + part, 0);
}
