import { fileOf } from '@patuh/shared/domain/evidence';
import type { HeldPiece } from '@patuh/shared/sync/values';
import type { ReactElement } from 'react';

import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { useAssessment } from './desk-scope.tsx';
import { EvidencePicture } from './evidence-picture.tsx';
import { type PieceState, usePieceStanding } from './evidence-state.ts';
import { LightSign } from './light.tsx';
import type { Tone } from './lights.ts';

const TONES: Record<PieceState, Tone> = {
  saving: 'neutral',
  failed: 'alarm',
  'only-in-page': 'alarm',
  here: 'watch',
  elsewhere: 'watch',
  lost: 'alarm',
  refused: 'alarm',
  server: 'calm',
};

interface EvidenceTileProps {
  readonly held: HeldPiece;
  readonly number: number;
  readonly onOpen: () => void;
}

/** One piece, small: what it shows, and where it is. */
export function EvidenceTile({ held, number, onOpen }: EvidenceTileProps): ReactElement {
  const { piece } = held;
  const { state } = usePieceStanding(held);
  return (
    <li className="evidence-tile">
      <button
        type="button"
        className="evidence-tile__open"
        aria-label={text.open(text.pieceKinds[piece.kind], number, text.state[state])}
        onClick={onOpen}
      >
        <TilePicture held={held} />
      </button>
      <span className="evidence-tile__state">
        <LightSign tone={TONES[state]} /> {text.state[state]}
      </span>
      {piece.caption === null ? null : <span className="evidence-tile__caption">{piece.caption}</span>}
    </li>
  );
}

function TilePicture({ held: { piece } }: { readonly held: HeldPiece }): ReactElement {
  const { id } = useAssessment();
  const file = fileOf(piece);
  const words = <span className="evidence-tile__words">{wordsOf(piece)}</span>;
  if (file === null || file.type !== 'image/jpeg') return words;
  return (
    <EvidencePicture
      assessmentId={id}
      sha256={file.sha256}
      alt=""
      className="evidence-tile__picture"
      otherwise={words}
    />
  );
}

function wordsOf(piece: HeldPiece['piece']): string {
  switch (piece.kind) {
    case 'photo':
      return text.pieceKinds.photo;
    case 'document':
      return piece.fileName;
    case 'web-address':
      return piece.url.replace(/^https?:\/\//i, '');
    default:
      return piece satisfies never;
  }
}
