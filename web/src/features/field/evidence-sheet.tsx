import { type EvidencePiece, fileOf, type ProvenPoint } from '@patuh/shared/domain/evidence';
import type { HeldPiece } from '@patuh/shared/sync/values';
import { type ReactElement, useState } from 'react';

import { changePiece, enterPiece } from '../../platform/evidence/keep-evidence.ts';
import { saveFile } from '../../platform/field-file/hand-over.ts';
import type { FileRow } from '../../platform/field-store/file-shelf.ts';
import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { useAssessment, useCell, useDesk } from './desk-scope.tsx';
import { EvidenceCaption } from './evidence-caption.tsx';
import { EvidencePicture } from './evidence-picture.tsx';
import { EvidenceProves } from './evidence-proves.tsx';
import { usePieceStanding } from './evidence-state.ts';

interface EvidenceSheetProps {
  readonly held: HeldPiece;
  readonly readOnly: boolean;
  /** Undefined where it cannot be photographed again. */
  readonly onRetake: (() => void) | undefined;
  readonly onClose: () => void;
}

/** One piece, large: what it shows, what is written of it, what it proves; taken again or taken back. */
export function EvidenceSheet({ held, readOnly, onRetake, onClose }: EvidenceSheetProps): ReactElement {
  const { id, piece } = held;
  const assessment = useAssessment();
  const { state, row } = usePieceStanding(held);
  const [asking, setAsking] = useState(false);
  const cell = useCell({ indicatorId: null, subjectId: id, field: 'evidence' });
  const change = (next: (now: EvidencePiece) => EvidencePiece): void => void changePiece(assessment, id, next);
  return (
    <ModalDialog title={text.pieceKinds[piece.kind]} onCancel={onClose}>
      <LargePicture held={held} />
      {piece.kind === 'web-address' ? (
        <p>
          <a href={piece.url} target="_blank" rel="noreferrer noopener">
            {piece.url}
          </a>
        </p>
      ) : null}
      {piece.kind === 'document' && row?.here === true ? <SaveDocument row={row} name={piece.fileName} /> : null}
      <p className="small soft">
        {text.taken(formatMoment(piece.madeAt))} · {text.state[state]}
        {piece.kind === 'photo' ? ` · ${placeWords(piece)}` : ''}
      </p>
      {state === 'server' && row?.here === false ? <p className="small soft">{text.atServerOnly}</p> : null}
      {state === 'lost' ? (
        <p className="notice notice--caution" role="alert">
          {text.lostHere[readOnly ? 'closed' : piece.kind]}
        </p>
      ) : null}
      {state === 'refused' && row !== undefined ? <Refused row={row} /> : null}
      <ConflictChoice cell={cell} readOnly={readOnly} />
      <EvidenceCaption
        id={id}
        caption={piece.caption}
        readOnly={readOnly}
        onSave={(caption) => change((now) => ({ ...now, caption }))}
      />
      <EvidenceProves
        piece={piece}
        readOnly={readOnly}
        onChange={(point, isProven) => change((now) => ({ ...now, proves: provesWith(now.proves, point, isProven) }))}
      />
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {text.close}
        </button>
        {readOnly || onRetake === undefined ? null : (
          <button type="button" className="button button--quiet" onClick={onRetake}>
            {text.retake}
          </button>
        )}
        {readOnly ? null : (
          <button type="button" className="button button--quiet" onClick={() => setAsking(true)}>
            {text.takeBack}
          </button>
        )}
      </div>
      <ConfirmDialog
        open={asking}
        title={text.takeBackTitle}
        confirm={text.takeBack}
        cancel={text.cancel}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          void enterPiece(assessment, { id, value: null });
          onClose();
        }}
      >
        <p>{text.takeBackBody}</p>
      </ConfirmDialog>
    </ModalDialog>
  );
}

function LargePicture({ held: { piece } }: { readonly held: HeldPiece }): ReactElement | null {
  const { id } = useAssessment();
  const file = fileOf(piece);
  if (file === null || file.type !== 'image/jpeg') return null;
  return (
    <EvidencePicture
      large
      assessmentId={id}
      sha256={file.sha256}
      alt={piece.caption ?? text.pieceKinds[piece.kind]}
      className="evidence-large"
      otherwise={<p>{text.notHere}</p>}
    />
  );
}

function placeWords({ position }: EvidencePiece): string {
  return position === null ? text.noPlace : text.place(position.accuracy);
}

function SaveDocument({ row, name }: { readonly row: FileRow; readonly name: string }): ReactElement {
  const { store } = useDesk();
  const save = async (): Promise<void> => {
    const content = await (await store.shelf()).content(row);
    if (content !== undefined) saveFile(new File([content], name, { type: row.type }));
  };
  return (
    <p>
      <button type="button" className="button button--quiet" onClick={() => void save()}>
        {text.openDocument}: {name}
      </button>
    </p>
  );
}

function Refused({ row }: { readonly row: FileRow }): ReactElement {
  const desk = useDesk();
  const { refusedWhy } = text;
  const why = Object.entries(refusedWhy).find(([code]) => code === row.refused)?.[1] ?? refusedWhy.other;
  const again = async (): Promise<void> => {
    await (await desk.store.shelf()).tell(row, { refused: null });
    await desk.refresh();
    desk.wakeFiles();
  };
  return (
    <div className="notice notice--caution" role="alert">
      <p>{why}</p>
      <button type="button" className="button button--quiet" onClick={() => void again()}>
        {text.sendAgain}
      </button>
    </div>
  );
}

function provesWith(proves: EvidencePiece['proves'], point: ProvenPoint, isProven: boolean): EvidencePiece['proves'] {
  const others = proves.filter(
    ({ indicatorId, subjectId }) => indicatorId !== point.indicatorId || subjectId !== point.subjectId,
  );
  return isProven ? [...others, point] : others;
}
