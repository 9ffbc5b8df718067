import { answerOwnQuality, getOwnQuality, type OwnQuality } from '@patuh/shared/contracts/quality';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { qualityText } from '../../text/id/quality.ts';
import { TextArea } from '../../ui/field.tsx';
import { formatCount } from '../../ui/number.ts';

const text = qualityText.own;
const words = qualityText.people;

type Own = OwnQuality['periods'][number];

/** The own figures of each period, before the office is told what second visits say. */
export function OwnFigures(): ReactElement {
  const own = useAnswer(getOwnQuality, {});
  return (
    <section className="section" aria-labelledby="mutu-saya">
      <h2 id="mutu-saya">{text.quality}</h2>
      <Answer of={own}>
        {({ periods }) =>
          periods.length === 0 ? (
            <p className="soft">{text.none}</p>
          ) : (
            periods.map((period) => <Period key={period.periodId} own={period} />)
          )
        }
      </Answer>
    </section>
  );
}

function Period({ own }: { readonly own: Own }): ReactElement {
  const { name, figures, leaning, twice } = own;
  return (
    <section className="panel" aria-label={name}>
      <h3>{name}</h3>
      <dl className="fact-list">
        <dt>{words.answers}</dt>
        <dd>{formatCount(figures.answers)}</dd>
        <dt>{words.tempo}</dt>
        <dd>{figures.medianSeconds === null ? '–' : words.seconds(figures.medianSeconds)}</dd>
        <dt>{words.top}</dt>
        <dd>{words.ofAll(figures.top, figures.answers)}</dd>
        <dt>{words.alike}</dt>
        <dd>{words.ofAll(figures.alike, figures.interviews)}</dd>
        <dt>{words.copied}</dt>
        <dd>{words.ofAll(figures.copied, figures.interviews)}</dd>
        <dt>{words.reused}</dt>
        <dd>{words.ofAll(figures.reused, figures.photos)}</dd>
        <dt>{words.returned}</dt>
        <dd>{words.ofAll(figures.changedAfterReturn, figures.returned)}</dd>
      </dl>
      {leaning === null ? (
        <p className="soft">{text.notYet(twice.things, twice.needed)}</p>
      ) : (
        <>
          <p>
            <strong>{text.leaning(leaning.mean)}</strong>
          </p>
          <Remark own={own} />
        </>
      )}
    </section>
  );
}

function Remark({ own: { periodId, remark } }: { readonly own: Own }): ReactElement {
  const [typed, setTyped] = useState(remark ?? '');
  const action = useAction(answerOwnQuality, [getOwnQuality]);
  const send = (): void => {
    const said = typed.trim();
    action.mutate({ params: { periodId }, body: { remark: said === '' ? null : said } });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p>{text.first}</p>
      <TextArea label={text.remark} value={typed} maxLength={1_000} onChange={({ target }) => setTyped(target.value)} />
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending}>
          {text.send}
        </button>
        <span role="status">{action.isSuccess ? text.sent : ''}</span>
      </div>
    </form>
  );
}
