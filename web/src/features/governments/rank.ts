import type { GovernmentResult } from '@patuh/shared/contracts/governments';

/** What may be said about a rank in the province's list, and where it comes from. */
export type RankView =
  | { readonly kind: 'ranked'; readonly rank: number; readonly of: number | null }
  | { readonly kind: 'published'; readonly rank: number; readonly of: number | null }
  | { readonly kind: 'range'; readonly best: number; readonly worst: number; readonly of: number | null }
  /** A provincial government is not ranked among its regencies and cities. */
  | { readonly kind: 'apart' }
  | { readonly kind: 'unknown'; readonly why: 'list-incomplete' | 'no-score' };

/** A computed rank first, then one that was itself published, then the possible range; never a guess. */
export function rankView({
  result,
  listOf,
  listComplete,
}: Pick<GovernmentResult, 'result' | 'listOf' | 'listComplete'>): RankView {
  const { government, rank, rankPublished, rankRange, score } = result;
  if (government.kind === 'province') return { kind: 'apart' };
  if (rank !== null) return { kind: 'ranked', rank, of: listOf };
  if (rankPublished !== null) return { kind: 'published', rank: rankPublished, of: listOf };
  if (rankRange !== null) return { kind: 'range', best: rankRange[0], worst: rankRange[1], of: listOf };
  return { kind: 'unknown', why: score === null && listComplete ? 'no-score' : 'list-incomplete' };
}
