import type { ProvinceCode } from '../domain/government.ts';
import * as z from 'zod/mini';

import type { Instrument } from '../domain/instrument.ts';
import { compileInstrument } from '../scoring/compile.ts';
import { canonicalText } from './canonical.ts';
import type { PublishedGovernment } from './computed-rows.ts';
import { contentDifference } from './consistency.ts';
import { deriveComputed, type SourceGovernment } from './derive-computed.ts';
import { inEnglish } from './difference.ts';
import { instrumentContentHash, sha256Hex } from './hash.ts';
import { ComputedPayload } from './payload.ts';
import { computedTitle } from './titles.ts';

/** Results of one province and year as the assessments gave them. */
export interface ComputedInput {
  readonly chain: ComputedPayload['chain'];
  readonly year: number;
  readonly province: { readonly code: ProvinceCode; readonly name: string };
  readonly replaces: ComputedPayload['replaces'];
  readonly decree: ComputedPayload['decree'];
  readonly instrument: Instrument;
  readonly governments: readonly SourceGovernment[];
  /** Governments that should be in the list and have no units in the period. */
  readonly missing: readonly PublishedGovernment[];
}

/** What two people look at and agree on: the payload without what only the moment of publishing decides. */
export const ComputedContent = z.omit(ComputedPayload, { id: true, publishedAt: true, auditHeads: true });
export type ComputedContent = z.infer<typeof ComputedContent>;

/** Throws a RangeError where merged levels give no score, and a ZodError where a value is not one the format allows. */
export function computedContent(input: ComputedInput): ComputedContent {
  const { chain, year, province, replaces, decree, instrument, governments, missing } = input;
  const { id, version } = instrument;
  return ComputedContent.parse({
    format: 'patuh-publication/1',
    publicationKind: 'computed',
    chain,
    year,
    title: computedTitle(chain, year, province.name),
    replaces,
    scope: { kind: 'province', code: province.code, name: province.name },
    decree,
    instrument: { id, version, contentHash: instrumentContentHash(instrument), content: instrument },
    ...deriveComputed({ plan: compileInstrument(instrument), governments, missing }),
  });
}

/** By this two people know that they looked at the same. SHA-256 of the canonical bytes, lower-case hex. */
export function contentHash(content: ComputedContent): string {
  return sha256Hex(canonicalText(content));
}

/** Throws a RangeError where anything in it does not follow from its own merged levels. */
export function computedPayload(
  content: ComputedContent,
  publishing: Pick<ComputedPayload, 'id' | 'publishedAt' | 'auditHeads'>,
): ComputedPayload {
  const payload = ComputedPayload.parse({ ...content, ...publishing });
  const difference = contentDifference(payload);
  if (difference !== undefined) throw new RangeError(inEnglish(difference));
  return payload;
}
