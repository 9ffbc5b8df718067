import { compileInstrument } from '@patuh/shared/scoring/compile';
import { explainUnit } from '@patuh/shared/scoring/breakdown';
import { explainGovernment } from '@patuh/shared/scoring/government-breakdown';
import { scoreGovernment } from '@patuh/shared/scoring/government';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { bandOf } from '@patuh/shared/scoring/zones';
import type { Instrument } from '@patuh/shared/domain/instrument';
import canonicalize from 'canonicalize';

import { referenceInstruments } from './reference-instruments.ts';
import { randomGovernmentAnswers, randomInstrument, randomUnit, seeded } from './scoring-inputs.ts';

/**
 * Scores and breakdowns of a fixed set of inputs as canonical JSON (RFC 8785). Pure and without Node, so that the same
 * module runs in a browser: both must say the same bytes.
 */
export function scoringBytes(): string {
  const pick = seeded(20_231_214);
  const random = Array.from({ length: 40 }, () => randomInstrument(pick));
  const cases = [...referenceInstruments, ...random].map((instrument) => oneCase(instrument, pick));
  return canonicalize(cases) ?? '';
}

function oneCase(instrument: Instrument, pick: (highest: number) => number): unknown {
  const plan = compileInstrument(instrument);
  const units = Array.from({ length: 7 }, (_, index) => ({
    kind: 'assessed' as const,
    unitId: `unit-${index + 1}`,
    result: scoreUnit(plan, randomUnit(instrument, pick)),
  }));
  const government = scoreGovernment(plan, { units, answers: randomGovernmentAnswers(instrument, pick) });
  return {
    instrument: instrument.id,
    units: units.map(({ result }) => (result.kind === 'scored' ? explainUnit(plan, result) : result)),
    results: units.map(({ result }) => result),
    government,
    band: government.kind === 'scored' ? (bandOf(instrument, 'regency', government.score)?.band ?? null) : null,
    breakdown: government.kind === 'scored' ? explainGovernment(plan, government) : null,
  };
}
