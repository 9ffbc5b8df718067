import * as z from 'zod/mini';

import { Year } from '../domain/government.ts';
import { NationalCount } from '../publication/payload.ts';
import { contract } from './contract.ts';
import { BandView, PublicationSummary, YearText } from './rankings.ts';

/** Published counts per kind of government; each percentage is its own count over the row's assessed. */
export const NationalCounts = z.object({
  year: Year,
  /** Years with known counts, newest first. */
  years: z.array(Year),
  publication: PublicationSummary,
  method: z.object({ id: z.string(), name: z.string() }),
  bands: z.array(BandView),
  source: z.string(),
  kinds: z.array(NationalCount),
  total: z.omit(NationalCount, { kind: true }),
});
export type NationalCounts = z.infer<typeof NationalCounts>;

export const getNational = contract({
  method: 'GET',
  path: '/api/national/:year',
  summary: 'Governments per kind and zone in a year, as published',
  who: 'public',
  params: z.object({ year: YearText }),
  ok: NationalCounts,
  problems: ['invalid-request', 'national-not-found'],
});
