import { checkInstrument } from '@patuh/shared/domain/instrument-check';
import { type ConsentWording, IndicatorId, Instrument, type TreeNode, Wording } from '@patuh/shared/domain/instrument';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { describe, expect, it } from 'vitest';

import { aBand, aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';
import { referenceInstruments } from '../../support/reference-instruments.ts';

const sound = [anIndicator('satu')];
const withRules = (rules: Partial<Instrument['rules']>) => anInstrument(sound, { rules });
const withTree = (...tree: TreeNode[]) => anInstrument(tree);
const gap = anIndicator('satu');
const tetun = (): Wording => ({ language: 'Tetun', tag: 'tet', question: 'Serbisu ne’e lalais ka lae?' });
const worded = (...wordings: Wording[]) => anIndicator('satu', { wordings });
const tetunConsent = { language: 'Tetun', tag: 'tet', text: 'Hau husu Ita-nia konsentimentu.' };
const withConsent = (...consentWordings: ConsentWording[]): Instrument => ({
  ...withTree(worded(tetun())),
  consentWordings,
});
const officers = { subject: 'officer', target: 2, minimum: 1, official: false } as const;

const wrong: readonly (readonly [what: string, instrument: Instrument, message: string])[] = [
  ['the same id twice', withTree(aBranch('satu', 1, [anIndicator('satu')])), 'tree: the id "satu" is used twice'],
  [
    'a level that is missing',
    withTree(aBranch('b', 1, [{ ...gap, levels: gap.levels.filter(({ level }) => level !== 1) }])),
    'tree[0].children[0].levels: expected the levels 0, 1, 2, 3, found 0, 2, 3',
  ],
  ['a language twice', withTree(worded(tetun(), tetun())), 'tree[0]: is worded twice in "tet"'],
  [
    'a wording in the official language',
    withTree(worded({ ...tetun(), tag: 'id' })),
    'tree[0].wordings[0]: Indonesian is the official wording itself',
  ],
  [
    'a language with two names',
    withTree(worded(tetun()), { ...worded({ ...tetun(), language: 'Tetum' }), id: IndicatorId.parse('dua') }),
    'tree[1].wordings[0]: "tet" is called "Tetun" elsewhere',
  ],
  [
    'a wording without one of the levels',
    withTree(worded({ ...tetun(), levels: ['a', 'b', 'c'] })),
    'tree[0].wordings[0].levels: expected 4 texts, found 3',
  ],
  [
    'a consent twice in one language',
    withConsent(tetunConsent, tetunConsent),
    'consentWordings: is worded twice in "tet"',
  ],
  [
    'a consent in a language that has another name elsewhere',
    withConsent({ ...tetunConsent, language: 'Tetum' }),
    'consentWordings[0]: "tet" is called "Tetun" elsewhere',
  ],
  [
    'a branch of an unknown level',
    withTree(aBranch('b', 1, sound, 'bab')),
    'tree[0].level: "bab" is not in levelNames',
  ],
  [
    'a dimension inside a variable',
    withTree(aBranch('a', 1, [aBranch('b', 1, sound, 'dimension')], 'variable')),
    'tree[0].children[0].level: "dimension" is not below the level of its parent',
  ],
  [
    'nothing to answer in a unit',
    withTree(anIndicator('satu', { subject: 'government' })),
    'tree: no indicator is answered in a unit',
  ],
  [
    'bands that do not descend',
    withRules({
      bands: [{ kinds: ['city'], bands: [aBand('A', 50, null), aBand('B', 50, null), aBand('C', 0, null)] }],
    }),
    'rules.bands[0].bands[1].lower: is not below the band above it',
  ],
  [
    'bands that do not reach 0',
    withRules({ bands: [{ kinds: ['city'], bands: [aBand('A', 50, null)] }] }),
    'rules.bands[0].bands: the last band does not start at 0',
  ],
  [
    'a band twice',
    withRules({ bands: [{ kinds: ['city'], bands: [aBand('A', 50, null), aBand('A', 0, null)] }] }),
    'rules.bands[0].bands: the band "A" is there twice',
  ],
  [
    'a kind with two tables',
    withRules({ bands: [{ kinds: ['city', 'city'], bands: [aBand('A', 0, null)] }] }),
    'rules.bands: the kind "city" has bands twice',
  ],
  [
    'a subject without a count',
    anInstrument([anIndicator('satu', { subject: 'user' })], { rules: { subjects: [officers] } }),
    'rules.subjects: "user" is asked but has no target and minimum',
  ],
  [
    'products that weigh but are not counted',
    withRules({ subjects: [], rollUp: { unitWeight: 'products', official: false } }),
    'rules.subjects: "product" is asked but has no target and minimum',
  ],
  ['a count twice', withRules({ subjects: [officers, officers] }), 'rules.subjects: "officer" is counted twice'],
  [
    'a minimum above the target',
    withRules({ subjects: [{ ...officers, minimum: 3 }] }),
    'rules.subjects[0]: the minimum 3 is above the target 2',
  ],
  [
    'rounding at one level only',
    withRules({ rounding: { decimals: 2, mode: 'half-up', at: ['government'] } }),
    'rules.rounding.at: names unit and government, once each',
  ],
  ['a year twice', anInstrument(sound, { years: [2023, 2023] }), 'years: 2023 is there twice'],
  [
    'a level name twice',
    anInstrument(sound, { levelNames: ['variable', 'variable'].map((level) => ({ level, name: level })) }),
    'levelNames: "variable" is there twice',
  ],
];

describe('an instrument', () => {
  it.each(referenceInstruments.map((instrument) => [instrument.id, instrument] as const))(
    '%s of the reference data is sound',
    (_id, instrument) => {
      expect(checkInstrument(instrument)).toEqual([]);
    },
  );

  it('made for a test is sound', () => {
    expect(checkInstrument(anInstrument(sound))).toEqual([]);
  });

  it('with wordings in a local language is sound, and without them says nothing about any', () => {
    const inTetun = { ...tetun(), guidance: 'Husu ho neineik.', levels: ['a', 'b', 'c', 'd'] };
    expect(checkInstrument(withTree(worded(inTetun, { ...tetun(), language: 'Dawan', tag: 'aoz' })))).toEqual([]);
    const read = Instrument.parse(anInstrument(sound));
    // The content hash of every instrument there is stays what it was.
    expect(read.tree.every((node) => !('wordings' in node)) && !('consentWordings' in read)).toBe(true);
  });

  it.each(['Tetun', 'tet_TL', 't', ''])('cannot call a language “%s”', (tag) => {
    expect(Wording.safeParse({ ...tetun(), tag }).success).toBe(false);
  });

  it.each(wrong)('with %s is refused, and the message names the path', (_what, instrument, message) => {
    expect(checkInstrument(instrument)).toContain(message);
  });

  it('that is not sound cannot be scored', () => {
    const broken = withTree(aBranch('satu', 1, [anIndicator('satu')]));
    expect(() => compileInstrument(broken)).toThrow(RangeError);
  });
});
