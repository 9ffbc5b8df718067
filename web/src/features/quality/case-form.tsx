import { addCalibrationCase, listCalibrationCases, type MakingCases } from '@patuh/shared/contracts/calibration';
import { type ReactElement, useState } from 'react';

import { pickFiles } from '../../platform/evidence/pick-files.ts';
import { prepareFile } from '../../platform/evidence/prepare-file.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
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
  const action = useAction(addCalibrationCase, [listCalibrationCases]);
  const levels = indicators.find(({ id }) => id === indicatorId)?.levels ?? [];
  const save = (): void => {
    if (indicatorId === undefined) return;
    action.mutate(
      {
        params: { periodId },
        query: { province },
        body: { indicatorId, situation, level, reason, photo: photo === null ? null : { jpeg: photo, areas: [] } },
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
        <button type="button" className="button button--quiet" onClick={() => void choose()}>
          {text.choosePhoto}
        </button>{' '}
        <span role="status">{isRefused ? text.photoRefused : photo === null ? '' : text.photoReady}</span>
      </p>
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

function usePhoto() {
  const [photo, setPhoto] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const choose = async (): Promise<void> => {
    const [file] = await pickFiles({ accept: 'image/*' });
    if (file === undefined) return;
    const prepared = await prepareFile(file);
    setRefused(prepared.kind !== 'photo');
    setPhoto(prepared.kind === 'photo' ? toBase64(new Uint8Array(prepared.content)) : null);
  };
  return { photo, isRefused, choose };
}
