import * as z from 'zod/mini';

import { Instrument } from '../domain/instrument.ts';
import { contract } from './contract.ts';
import { YearText } from './rankings.ts';

export const getInstrument = contract({
  method: 'GET',
  path: '/api/instruments/:year',
  summary: 'The instrument of a year: tree, levels, weights, bands and rules',
  who: 'public',
  params: z.object({ year: YearText }),
  ok: Instrument,
  problems: ['invalid-request', 'instrument-not-found'],
});
