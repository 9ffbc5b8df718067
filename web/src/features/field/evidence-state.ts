import { fileOf } from '@patuh/shared/domain/evidence';
import type { HeldPiece } from '@patuh/shared/sync/values';

import { type FileRow, fileKey } from '../../platform/field-store/file-shelf.ts';
import { whereIs } from '../../platform/field-store/files-standing.ts';
import { useAssessment, useCell, useDesk, useDeskState, useHeader } from './desk-scope.tsx';

/** Where a piece of evidence is, with the file that it names. */
export interface PieceStanding {
  readonly state: PieceState;
  /** Undefined where the file is not on this device. */
  readonly row: FileRow | undefined;
}

export type PieceState =
  | 'saving'
  /** On the screen only. */
  | 'failed'
  | 'only-in-page'
  | 'here'
  | 'server'
  | 'elsewhere'
  /** Taken here, and gone before the server had it. */
  | 'lost'
  | 'refused';

export function usePieceStanding({ id, piece }: HeldPiece): PieceStanding {
  const { store } = useDesk();
  const assessment = useAssessment();
  const { files } = useHeader();
  const { rows, fromHere } = useDeskState().files;
  const keeping = useCell({ indicatorId: null, subjectId: id, field: 'evidence' }).value?.keeping;
  const sha256 = fileOf(piece)?.sha256;
  const key = sha256 === undefined ? undefined : fileKey({ assessmentId: assessment.id, sha256 });
  const row = rows.find((one) => fileKey(one) === key);
  const state = ((): PieceState => {
    if (keeping === 'saving' || keeping === 'failed') return keeping;
    const here = store.durable ? 'here' : 'only-in-page';
    if (sha256 === undefined) return keeping === 'on-server' ? 'server' : here;
    if (files.includes(sha256) || (row?.arrivedAt ?? null) !== null) return 'server';
    const where = whereIs(row, fromHere.has(sha256));
    return where === 'here' ? here : where;
  })();
  return { state, row };
}
