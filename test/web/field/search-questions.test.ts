import { UnitKind } from '@patuh/shared/domain/instrument';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { firstPlace, searchQuestions } from '../../../web/src/features/field/search-questions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aLevel, cellsOf, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, seeded } from '../../support/scoring-inputs.ts';

const instrument = instrumentOf(2023);
const HEALTH = UnitKind.parse('health');
const POLICE = UnitKind.parse('polres');

function search(query: string, cells = [aLevel('maklumat-layanan', 'product-1', 2)], kind = HEALTH) {
  return searchQuestions(instrument, kind, questionnaireOf(instrument, kind, cells), query);
}
const ids = (query: string): readonly string[] => search(query).map(({ indicator }) => indicator.id);

describe('searching for a question', () => {
  it('finds the part of a name, first, with each product it is asked of and what was answered', () => {
    const [first] = search('maklumat');
    expect(first?.indicator.id).toBe('maklumat-layanan');
    expect(first?.section.name).toBe('Standar Pelayanan');
    expect(first?.questions.map(({ subject, answer }) => [subject.id, answer])).toEqual([
      ['product-1', { kind: 'level', level: 2 }],
      ['product-2', null],
    ]);
  });

  it.each([
    ['in capitals', 'MAKLUMAT'],
    ['as a beginning', 'makl'],
    ['inside a word', 'klumat'],
    ['with accents and signs', '  “Máklumat”, '],
    ['with several words in any order', 'layanan maklumat'],
    ['by words of its name and of its levels', 'maklumat kesanggupan'],
  ])('finds it %s', (_, query) => {
    expect(ids(query)[0]).toBe('maklumat-layanan');
  });

  it('reads the question, the guidance and the levels too, but names come first', () => {
    const found = search('pengaduan');
    expect(found.length).toBeGreaterThan(5);
    const inName = found.map(({ indicator }) => indicator.name.toLowerCase().includes('pengaduan'));
    expect(inName.indexOf(false)).toBe(inName.lastIndexOf(true) + 1);
  });

  it('does not mind accents', () => {
    expect(ids('mótt')).toContain('motto');
  });

  it('wants every word', () => {
    expect(ids('maklumat kapal')).toEqual([]);
    expect(ids('xyzzy')).toEqual([]);
    expect(ids('  ,. ')).toEqual([]);
  });

  it('takes two letters for the beginning of a word only', () => {
    expect(ids('mo')).toContain('motto');
    expect(ids('tt')).not.toContain('motto');
  });

  it('searches the level texts of this kind of unit', () => {
    const worded = instrument.tree.flatMap(function all(node): readonly { perUnitKind?: object | undefined }[] {
      return node.node === 'branch' ? node.children.flatMap(all) : node.levels;
    });
    // The reference has no such wording; here is one.
    expect(worded.every(({ perUnitKind }) => perUnitKind === undefined)).toBe(true);
    const json = JSON.stringify(instrument).replace('"text":"', '"perUnitKind":{"polres":"Ruang sidik"},"text":"');
    const own = JSON.parse(json) as typeof instrument;
    const at = (kind: UnitKind) => searchQuestions(own, kind, questionnaireOf(own, kind, []), 'sidik').length;
    expect([at(POLICE), at(HEALTH)]).toEqual([1, 0]);
  });

  it('leads to the first open question, then to the first', () => {
    expect(firstPlace(search('maklumat')[0]!)?.subject.id).toBe('product-2');
    const full = cellsOf(fullUnit(instrument, seeded(3)));
    expect(firstPlace(search('maklumat', [...full])[0]!)?.subject.id).toBe('product-1');
    expect(firstPlace(search('imbalan', [])[0]!)).toBeUndefined();
    expect(firstPlace(search('imbalan', [...full])[0]!)?.subject.id).toBe(userId(1));
  });

  it('finds every indicator by any beginning of any word of its name', () => {
    const named = instrument.tree.flatMap(function all(node): readonly { id: string; name: string }[] {
      return node.node === 'branch' ? node.children.flatMap(all) : [node];
    });
    fc.assert(
      fc.property(fc.constantFrom(...named), fc.nat(), fc.integer({ min: 1, max: 12 }), ({ id, name }, nth, length) => {
        const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
        const query = words[nth % words.length]!.slice(0, length).toUpperCase();
        expect(ids(query)).toContain(id);
      }),
    );
  });
});
