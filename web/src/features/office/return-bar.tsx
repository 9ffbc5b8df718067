import { listOfficeUnits } from '@patuh/shared/contracts/office-units';
import { getOfficeAssessment, returnPoints } from '@patuh/shared/contracts/verification';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { unitText } from '../../text/id/office-unit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { subjectName } from './subject-name.ts';
import type { Selection } from './selection.ts';
import { type Place, placeKey, type UnitModel } from './unit-model.ts';

const text = unitText.returning;
const SHORTEST_REASON = 10;

interface ReturnBarProps {
  readonly model: UnitModel;
  readonly selection: Selection;
}

/** How many points are ticked, and the way to give them back; stays in sight while there are any. */
export function ReturnBar({ model, selection }: ReturnBarProps): ReactElement | null {
  const [asking, setAsking] = useState(false);
  const count = selection.places.length;
  if (count === 0) return null;
  return (
    <div className="office-return" role="region" aria-label={text.bar(count)}>
      <p role="status">{text.bar(count)}</p>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {text.button(count)}
      </button>
      <button type="button" className="button button--quiet" onClick={selection.clear}>
        {text.clear}
      </button>
      {asking ? <ReturnDialog model={model} selection={selection} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function ReturnDialog({ model, selection, onClose }: ReturnBarProps & { readonly onClose: () => void }): ReactElement {
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [tried, setTried] = useState(false);
  const action = useAction(returnPoints, [getOfficeAssessment, listOfficeUnits]);
  const { id, version, state } = model.office.assessment;
  const { places } = selection;
  const reasonAt = (place: Place): string => reasons.get(placeKey(place)) ?? '';
  const isShort = (place: Place): boolean => reasonAt(place).trim().length < SHORTEST_REASON;
  const write = (targets: readonly Place[], reason: string): void =>
    setReasons(new Map([...reasons, ...targets.map((place) => [placeKey(place), reason] as const)]));
  const send = (): void => {
    setTried(true);
    if (places.some(isShort)) return;
    const points = places.map((place) => ({ ...place, reason: reasonAt(place) }));
    action.mutate(
      { params: { assessmentId: id }, body: { version, points } },
      {
        onSuccess: () => {
          onClose();
          selection.clear();
        },
      },
    );
  };
  const [first] = places;
  return (
    <ConfirmDialog
      open
      title={text.title(places.length)}
      confirm={text.button(places.length)}
      cancel={text.cancel}
      busy={action.isPending}
      onConfirm={send}
      onCancel={onClose}
    >
      <p>{text.body}</p>
      {state === 'verified' || state === 'final' ? <p>{text.verified}</p> : null}
      {places.map((place) => (
        <ReasonField
          key={placeKey(place)}
          label={placeName(model, place)}
          reason={reasonAt(place)}
          error={tried && isShort(place) ? text.tooShort : undefined}
          onWrite={(reason) => write([place], reason)}
        />
      ))}
      {places.length > 1 && first !== undefined && reasonAt(first) !== '' ? (
        <button type="button" className="button button--quiet" onClick={() => write(places, reasonAt(first))}>
          {text.sameReason}
        </button>
      ) : null}
      {action.error === null ? null : <FaultNotice fault={action.error} />}
    </ConfirmDialog>
  );
}

interface ReasonFieldProps {
  readonly label: string;
  readonly reason: string;
  readonly error: string | undefined;
  readonly onWrite: (reason: string) => void;
}

function ReasonField({ label, reason, error, onWrite }: ReasonFieldProps): ReactElement {
  return (
    <div className="office-reason">
      <TextArea
        label={label}
        value={reason}
        error={error}
        maxLength={1_000}
        rows={2}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      <details>
        <summary>{text.templates}</summary>
        <ul>
          {unitText.templates.map((sentence) => (
            <li key={sentence}>
              <button
                type="button"
                className="office-reason__template"
                onClick={() => onWrite(`${reason} ${sentence}`.trim())}
              >
                {sentence}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** “Biaya/tarif, Produk layanan 2”. */
function placeName({ sections, subjects }: UnitModel, { indicatorId, subjectId }: Place): string {
  const indicator = sections.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicatorId);
  const subject = subjects.find(({ id }) => id === subjectId);
  const name = indicator?.name ?? indicatorId;
  return subject === undefined || subject.kind === 'unit' ? name : `${name}, ${subjectName(subject)}`;
}
