import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { ProvenPoint } from '@patuh/shared/domain/evidence';
import type { Indicator } from '@patuh/shared/domain/instrument';
import type { HeldPiece } from '@patuh/shared/sync/values';
import { type ReactElement, useState } from 'react';

import { enterPiece, pieceNow, type Taken } from '../../platform/evidence/keep-evidence.ts';
import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { fieldSectionText } from '../../text/id/field-section.ts';
import { laterPart } from '../../ui/later-part.tsx';
import { forgetNote, noteCamera } from './camera-note.ts';
import { useAssessment, useDesk, useQuestionnaire } from './desk-scope.tsx';
import { AddEvidence } from './add-evidence.tsx';
import { EvidenceTile } from './evidence-tile.tsx';
import { CAMERA_APP, usePicker } from './use-picker.ts';
import { type Taking, useTaking } from './use-taking.ts';

const cameraSheet = laterPart(async () => (await import('./camera-sheet.tsx')).CameraSheet);
const evidenceSheet = laterPart(async () => (await import('./evidence-sheet.tsx')).EvidenceSheet);
const webAddressForm = laterPart(async () => (await import('./web-address-form.tsx')).WebAddressForm);
const notFetched = (
  <p className="small" role="alert">
    {fieldSectionText.evidenceLater}
  </p>
);

export interface EvidenceBlockProps {
  /** Null: of the unit as a whole. */
  readonly point: ProvenPoint | null;
  readonly name: string;
  readonly asked: Indicator['evidence'];
  readonly readOnly: boolean;
}

/** The evidence of one point: what the rubric asks, what is there, and the ways to add more. */
export function EvidenceBlock({ point, name, asked, readOnly }: EvidenceBlockProps): ReactElement {
  const { store } = useDesk();
  const assessment = useAssessment();
  const held = useEvidenceOf(point);
  const proves = point === null ? [] : [point];
  const taking = useTaking(proves);
  const [open, setOpen] = useState<SubjectId | 'camera' | 'web-address'>();
  const [retaken, setRetaken] = useState<SubjectId>();
  const [shots, setShots] = useState<readonly SubjectId[]>([]);
  const [said, setSaid] = useState('');
  const shown = held.find(({ id }) => id === open);

  const takeBack = async (id: SubjectId): Promise<void> => await enterPiece(assessment, { id, value: null });
  const keep: Taking['take'] = async (all) => {
    const kept = await taking.take(all);
    const [fresh] = kept;
    if (fresh !== undefined && retaken !== undefined) {
      await takeOver(retaken, fresh);
      setRetaken(undefined);
    }
    return kept;
  };
  const shoot = async (taken: Taken): Promise<void> => {
    const kept = await keep([taken]);
    setShots((before) => [...before.filter((id) => kept.length === 0 || id !== retaken), ...kept]);
  };
  /** What was written of the old one is said of the new one. */
  const takeOver = async (old: SubjectId, fresh: SubjectId): Promise<void> => {
    const [before, after] = [pieceNow(assessment, old), pieceNow(assessment, fresh)];
    if (before === undefined || after === undefined) return;
    const { caption, proves: points } = before;
    if (caption !== null || points.length > 1) {
      await enterPiece(assessment, { id: fresh, value: { ...after, caption, proves: points } });
    }
    await takeBack(old);
  };
  const pick = usePicker(point, keep);
  const openCamera = (): void => {
    setShots([]);
    setOpen('camera');
    void noteCamera(store, point?.indicatorId);
  };
  const leaveCamera = (): void => {
    setRetaken(undefined);
    setOpen(undefined);
    void forgetNote(store);
  };
  return (
    <section aria-label={`${text.title}: ${name}`}>
      <p className="evidence__head">
        <strong>{text.title}</strong>{' '}
        <span className="soft small">
          {asked.length === 0 ? '' : text.asked(asked.map((kind) => text.kinds[kind]).join(', '))}
        </span>
      </p>
      {held.length === 0 ? null : (
        <ul className="evidence__tiles">
          {held.map((one, i) => (
            <EvidenceTile key={one.id} held={one} number={i + 1} onOpen={() => setOpen(one.id)} />
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <AddEvidence name={name} onCamera={openCamera} onPick={pick} onWebAddress={() => setOpen('web-address')} />
      )}
      <p className="small evidence__said" role="status">
        {taking.working > 0 ? text.working(taking.working) : [...taking.said, said].filter(Boolean).join(' ')}
      </p>
      {open === 'camera' ? (
        <cameraSheet.Show meanwhile={null} without={notFetched}>
          {(CameraSheet) => (
            <CameraSheet
              kept={shots.length}
              working={taking.working}
              said={taking.said}
              onShot={shoot}
              onRetake={shots.length === 0 ? undefined : () => setRetaken(shots.at(-1))}
              onCameraApp={() => {
                leaveCamera();
                void pick(CAMERA_APP, 'camera');
              }}
              onClose={leaveCamera}
            />
          )}
        </cameraSheet.Show>
      ) : null}
      {open === 'web-address' ? (
        <webAddressForm.Show meanwhile={null} without={notFetched}>
          {(WebAddressForm) => (
            <WebAddressForm
              proves={proves}
              onDone={(words) => {
                setSaid(words ?? '');
                setOpen(undefined);
              }}
            />
          )}
        </webAddressForm.Show>
      ) : null}
      {shown === undefined ? null : (
        <evidenceSheet.Show meanwhile={null} without={notFetched}>
          {(EvidenceSheet) => (
            <EvidenceSheet
              key={shown.id}
              held={shown}
              readOnly={readOnly}
              onRetake={
                shown.piece.kind === 'photo'
                  ? () => {
                      setRetaken(shown.id);
                      openCamera();
                    }
                  : undefined
              }
              onClose={() => setOpen(undefined)}
            />
          )}
        </evidenceSheet.Show>
      )}
    </section>
  );
}

/** Those that prove a point, or nothing in particular. */
function useEvidenceOf(point: ProvenPoint | null): readonly HeldPiece[] {
  const { evidence } = useQuestionnaire().values;
  return evidence.filter(({ piece: { proves } }) =>
    point === null
      ? proves.length === 0
      : proves.some(({ indicatorId, subjectId }) => indicatorId === point.indicatorId && subjectId === point.subjectId),
  );
}
