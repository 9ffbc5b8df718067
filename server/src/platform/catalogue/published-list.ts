import type { UnitRemark } from '@patuh/shared/contracts/governments';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { publishedRules } from '@patuh/shared/publication/bands';
import type { ComputedRow } from '@patuh/shared/publication/computed-rows';
import type { ComputedPayload, ImportedPayload, Payload, PublishedRow } from '@patuh/shared/publication/payload';

/** A list of one province and year in the form that public pages are made from, however it came about. */
export type PublishedList = Pick<
  ImportedPayload,
  'chain' | 'scope' | 'year' | 'rules' | 'coverage' | 'publishedCounts' | 'counts' | 'rows'
> & {
  /** Where it was computed here and not taken over from elsewhere. */
  readonly computed?: ComputedPayload;
};

/** Undefined for totals without rows. */
export function publishedList(payload: Payload): PublishedList | undefined {
  switch (payload.publicationKind) {
    case 'imported':
      return payload;
    case 'imported-counts':
      return undefined;
    case 'computed':
      return computedList(payload);
    default:
      return assertNever(payload);
  }
}

/** What must be said beside a government's units: which were not assessed, and where fewer were asked than planned. */
export function unitRemarks({ computed }: PublishedList, code: string): readonly UnitRemark[] {
  const row = computed?.rows.find(({ government }) => government.code === code);
  return (row?.units ?? []).flatMap((unit): readonly UnitRemark[] => {
    const { name } = unit;
    if (unit.status === 'not-assessed') return [{ kind: 'not-assessed', name, reason: unit.reason }];
    return unit.subjects.flatMap(({ subject, found, target, belowTarget }) =>
      belowTarget === true && found !== null ? [{ kind: 'below-target' as const, name, subject, found, target }] : [],
    );
  });
}

function computedList(payload: ComputedPayload): PublishedList {
  const { chain, scope, year, instrument, coverage, counts, rows, decree } = payload;
  const source = `Keputusan Ketua Ombudsman RI Nomor ${decree.number}`;
  return {
    chain,
    scope,
    year,
    rules: publishedRules(instrument.content),
    coverage,
    counts,
    publishedCounts: [],
    rows: rows.map((row) => listedRow(row, source)),
    computed: payload,
  };
}

function listedRow({ government, score, band, zone, rank, units }: ComputedRow, source: string): PublishedRow {
  return {
    government,
    score,
    band,
    zone,
    rank,
    status: 'computed',
    rankRange: null,
    rankPublished: null,
    nationalRank: null,
    award: null,
    note: null,
    source,
    units: units.flatMap((unit) =>
      unit.status === 'assessed' ? [{ name: unit.name, kind: unit.kind, score: unit.score, source }] : [],
    ),
  };
}
