import { drawLot, getLot, type LotView } from '@patuh/shared/contracts/second-visits';
import { getPeriod } from '@patuh/shared/contracts/periods';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { lotText as text } from '../../text/id/plan.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { LotResult } from './lot-result.tsx';
import type { PlanProps } from './plan-page.tsx';
import { useReadAnew } from './use-seen.ts';

/** Which units of a province are visited twice: each takes part in one lot, which anybody can draw again. */
export function LotPage({ period, plan }: PlanProps): ReactElement {
  const params = { periodId: period.id, province: plan.province.code };
  const lots = useAnswer(getLot, { params });
  return (
    <section className="section section--near">
      <p>{text.why}</p>
      <Answer of={lots}>
        {(view) => (
          <>
            {view.lots.length > 0 && view.candidates === 0 ? null : <BeforeDrawing view={view} params={params} />}
            {view.lots.map((lot) => (
              <LotResult key={lot.number} lot={lot} comparison={period.comparison} province={plan.province.code} />
            ))}
          </>
        )}
      </Answer>
    </section>
  );
}

interface BeforeDrawingProps {
  readonly view: LotView;
  readonly params: {
    readonly periodId: PlanProps['period']['id'];
    readonly province: PlanProps['plan']['province']['code'];
  };
}

function BeforeDrawing({ view, params }: BeforeDrawingProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const action = useAction(drawLot, [getLot, getPeriod]);
  useReadAnew(action.error, getLot);
  const { lots, percent, candidates, share, version, mayDraw } = view;
  if (percent === 0) return <p>{text.percentZero}</p>;
  if (candidates === 0) return <p>{text.noUnits}</p>;
  const say = lots.length === 0 ? text.before : text.beforeLater;
  const before = say(share, candidates, percent);
  return (
    <>
      <p>{before}</p>
      <p>{text.once}</p>
      {mayDraw ? (
        <p>
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {text.draw}
          </button>
        </p>
      ) : (
        <p className="soft">{text.waits}</p>
      )}
      <ConfirmDialog
        open={asking}
        title={text.drawTitle}
        confirm={text.confirm}
        cancel={text.cancel}
        busy={action.isPending}
        onConfirm={() => action.mutate({ params, body: { seen: version } })}
        onCancel={() => setAsking(false)}
      >
        <p>{before}</p>
        <p>{text.once}</p>
        {action.error === null ? null : <FaultNotice fault={action.error} />}
      </ConfirmDialog>
    </>
  );
}
