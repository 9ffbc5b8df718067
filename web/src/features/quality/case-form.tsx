import { addCalibrationCase, listCalibrationCases, type MakingCases } from '@patuh/shared/contracts/calibration';
import type { Area } from '@patuh/shared/domain/clearance';
import { type ReactElement, useState } from 'react';

import { pickFiles } from '../../platform/evidence/pick-files.ts';
import { prepareFile } from '../../platform/evidence/prepare-file.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import type { StagedPhoto } from '../../platform/photo/area-stage.tsx';
import { AreaEditor } from '../../platform/photo/area-editor.tsx';
import { useSight } from '../../platform/photo/sight.ts';
import { useAction } from '../../platform/query.tsx';
import { toBase64 } from '../../platform/vault/seal.ts';
import { qualityText } from '../../text/id/quality.ts';
import { SelectField, TextArea } from '../../ui/field.tsx';
import type { QualityScope } from './quality-scope.tsx';

const text = qualityText.cases;

interface CaseFormProps {
  readonly scope: QualityScope;
  readonly indicators: MakingCases['indicators'];
  readonly onClose: () => void;
}

/** One new case: what is found, which level was agreed and why, and a photo. */
export function CaseForm({ scope: { periodId, province }, indicators, onClose }: CaseFormProps): ReactElement {
  const [indicatorId, setIndicatorId] = useState(indicators[0]?.id);
  const [situation, setSituation] = useState('');
  const [level, setLevel] = useState(0);
  const [reason, setReason] = useState('');
  const { photo, isRefused, choose } = usePhoto();
  const [areas, setAreas] = useState<readonly Area[]>([]);
  const action = useAction(addCalibrationCase, [listCalibrationCases]);
  const levels = indicators.find(({ id }) => id === indicatorId)?.levels ?? [];
  const save = (): void => {
    if (indicatorId === undefined) return;
    action.mutate(
      {
        params: { periodId },
        query: { province },
        body: {
          indicatorId,
          situation,
          level,
          reason,
          photo: photo === null ? null : { jpeg: photo.jpeg, areas: [...areas] },
        },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <form
      className="form panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{text.addTitle}</h2>
      <SelectField
        label={text.indicator}
        value={indicatorId}
        onChange={({ target }) => setIndicatorId(indicators.find(({ id }) => id === target.value)?.id)}
      >
        {indicators.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={text.situation}
        hint={text.situationHint}
        value={situation}
        maxLength={2_000}
        onChange={({ target }) => setSituation(target.value)}
      />
      <SelectField
        label={text.agreedLevel}
        value={String(level)}
        onChange={({ target }) => setLevel(Number(target.value))}
      >
        {levels.map((one) => (
          <option key={one.level} value={one.level}>
            {one.level}: {one.text}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={text.reason}
        value={reason}
        maxLength={2_000}
        onChange={({ target }) => setReason(target.value)}
      />
      <p>
        {text.photo}:{' '}
        <button type="button" className="button button--quiet" onClick={() => void choose(() => setAreas([]))}>
          {text.choosePhoto}
        </button>{' '}
        <span role="status">{isRefused ? text.photoRefused : photo === null ? '' : text.photoReady}</span>
      </p>
      {photo === null ? null : <CasePhotoAreas key={photo.url} photo={photo} areas={areas} onChange={setAreas} />}
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending}>
          {text.save}
        </button>
        <button type="button" className="button button--quiet" onClick={onClose}>
          {text.cancel}
        </button>
      </div>
    </form>
  );
}

/** People of all teams look at a case: what must not be seen is hidden before it is kept. */
function CasePhotoAreas({
  photo,
  areas,
  onChange,
}: {
  readonly photo: ChosenPhoto;
  readonly areas: readonly Area[];
  readonly onChange: (areas: readonly Area[]) => void;
}): ReactElement {
  const [isPreview, setPreview] = useState(false);
  const sight = useSight(photo.url);
  return (
    <fieldset className="case-areas">
      <legend>{text.hide}</legend>
      <p className="small">{text.hideLead}</p>
      <AreaEditor {...{ photo, areas, onChange, sight, isPreview }} onPreview={setPreview} />
    </fieldset>
  );
}

interface ChosenPhoto extends StagedPhoto {
  readonly jpeg: string;
}

function usePhoto() {
  const [photo, setPhoto] = useState<ChosenPhoto | null>(null);
  const [isRefused, setRefused] = useState(false);
  const choose = async (onChosen: () => void): Promise<void> => {
    const [file] = await pickFiles({ accept: 'image/*' });
    if (file === undefined) return;
    const prepared = await prepareFile(file);
    setRefused(prepared.kind !== 'photo');
    onChosen();
    if (prepared.kind !== 'photo') return setPhoto(null);
    const jpeg = toBase64(new Uint8Array(prepared.content));
    const { width, height } = prepared;
    return setPhoto({ jpeg, url: `data:image/jpeg;base64,${jpeg}`, width, height });
  };
  return { photo, isRefused, choose };
}
