import type { Finding } from '@patuh/shared/contracts/checks';
import type { listEvidence, Lookalike, ServedFile, WebCopy } from '@patuh/shared/contracts/evidence';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import { type EvidencePiece, fileOf, type ProvenPoint } from '@patuh/shared/domain/evidence';
import type { HeldPiece } from '@patuh/shared/sync/values';

import type { CallOk } from '../../platform/call.ts';

export type EvidenceListing = CallOk<typeof listEvidence>;

/** One piece of evidence with all that the office knows of it. */
export interface ShownPiece {
  readonly id: SubjectId;
  readonly piece: EvidencePiece;
  /** Null while it is on the phone only, while the list is on its way, and where there is none. */
  readonly file: ServedFile | null;
  readonly isOutstanding: boolean;
  readonly webCopy: WebCopy | null;
  /** Undefined while the list is on its way. */
  readonly received: { readonly by: string; readonly at: string } | undefined;
  readonly lookalikes: readonly Lookalike[];
  readonly findings: readonly Finding[];
}

export interface EvidenceModel {
  readonly at: (indicatorId: string, subjectId: string) => readonly ShownPiece[];
  /** Of the unit as a whole, or of something that is not asked any more. */
  readonly unbound: readonly ShownPiece[];
}

/** Evidence by the points it proves; `isShown` says which of them have a place on the screen. */
export function evidenceModel(
  held: readonly HeldPiece[],
  listing: EvidenceListing | undefined,
  { findings, isShown }: { readonly findings: readonly Finding[]; readonly isShown: (point: ProvenPoint) => boolean },
): EvidenceModel {
  const listed = new Map(listing?.pieces.map((one) => [one.subjectId, one]));
  const pieces = held.map(({ id, piece }): ShownPiece => {
    const known = listed.get(id);
    return {
      id,
      piece,
      file: known?.file ?? null,
      isOutstanding: fileOf(piece) !== null && known?.file === null,
      webCopy: known?.webCopy ?? null,
      received: known && { by: known.by, at: known.receivedAt },
      lookalikes: listing?.lookalikes.filter(({ subjectId }) => subjectId === id) ?? [],
      findings: findings.filter(({ subjectId }) => subjectId === id),
    };
  });
  return {
    at: (indicatorId, subjectId) =>
      pieces.filter(({ piece }) =>
        piece.proves.some((point) => point.indicatorId === indicatorId && point.subjectId === subjectId),
      ),
    unbound: pieces.filter(({ piece }) => !piece.proves.some(isShown)),
  };
}
