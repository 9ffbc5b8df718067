import type { ReturnedPoint } from '@patuh/shared/contracts/assessments';
import { listOfficeUnits } from '@patuh/shared/contracts/office-units';
import { getOfficeAssessment, settlePoint } from '@patuh/shared/contracts/verification';
import type { ReactElement } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { unitText as text } from '../../text/id/office-unit.ts';
import { formatMoment } from '../../ui/moment.ts';
import type { Place, UnitModel } from './unit-model.ts';

/** The points given back at a place; those in order are folded away. */
export function PlacePoints({
  model,
  place,
}: {
  readonly model: UnitModel;
  readonly place: Place;
}): ReactElement | null {
  const points = model.pointsAt(place);
  const settled = points.filter(({ state }) => state === 'settled');
  if (points.length === 0) return null;
  return (
    <div className="office-points">
      {points
        .filter(({ state }) => state !== 'settled')
        .map((point) => (
          <Point key={point.id} model={model} point={point} />
        ))}
      {settled.length === 0 ? null : (
        <details>
          <summary>{text.point.earlier(settled.length)}</summary>
          {settled.map((point) => (
            <Point key={point.id} model={model} point={point} />
          ))}
        </details>
      )}
    </div>
  );
}

function Point({ model, point }: { readonly model: UnitModel; readonly point: ReturnedPoint }): ReactElement {
  return (
    <div className={`office-point office-point--${point.state}`}>
      <p>
        <strong>{text.point[point.state]}.</strong> {point.reason}
      </p>
      <p className="small soft">{text.point.by(point.returnedBy, formatMoment(point.returnedAt))}</p>
      <Settle model={model} point={point} />
    </div>
  );
}

function Settle({ model, point }: { readonly model: UnitModel; readonly point: ReturnedPoint }): ReactElement | null {
  const action = useAction(settlePoint, [getOfficeAssessment, listOfficeUnits]);
  const { id, version, state } = model.office.assessment;
  const isPossible = model.mayVerify && (state === 'submitted' || state === 'returned');
  if (!isPossible || point.state === 'settled') return null;
  return (
    <>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <button
        type="button"
        className="button button--quiet"
        disabled={action.isPending}
        onClick={() => action.mutate({ params: { assessmentId: id, pointId: point.id }, body: { version } })}
      >
        {text.point.settle}
      </button>
    </>
  );
}
