import type { ResultEvidence } from '@patuh/shared/contracts/results';
import { createContext, useContext } from 'react';

type Piece = ResultEvidence['pieces'][number];

/** The evidence of the unit that is open; null while it is on its way. */
export const PhotosContext = createContext<ResultEvidence | null>(null);

/** What was gathered for an indicator; of the unit as a whole for null. */
export function usePiecesOf(indicatorId: string | null): readonly Piece[] {
  const evidence = useContext(PhotosContext);
  return (evidence?.pieces ?? []).filter(({ points }) =>
    indicatorId === null ? points.length === 0 : points.some((point) => point.indicatorId === indicatorId),
  );
}

export function usePieces(): readonly Piece[] | null {
  return useContext(PhotosContext)?.pieces ?? null;
}
