import type { Indicator, Instrument, Wording } from '@patuh/shared/domain/instrument';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly name: string;
}

/** The local languages that anything of the instrument is worded in, in the order in which they first occur. */
export function languagesOf({
  tree,
  consentWordings = [],
}: Pick<Instrument, 'tree' | 'consentWordings'>): readonly Language[] {
  const all = [...indicatorsOf(tree).flatMap(({ wordings = [] }) => wordings), ...consentWordings];
  return [...new Map(all.map(({ tag, language }) => [tag, { tag, name: language }])).values()];
}

export function wordingIn({ wordings }: Pick<Indicator, 'wordings'>, tag: string | undefined): Wording | undefined {
  return tag === undefined ? undefined : wordings?.find((wording) => wording.tag === tag);
}
