import {
  changeRetention,
  getPersonalData,
  getPersonalDataOfPeriod,
  type RetentionLength,
} from '@patuh/shared/contracts/personal-data';
import { RETENTION, RETENTION_KINDS, RetentionKind } from '@patuh/shared/domain/retention';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction, useReadAgain } from '../../platform/query.tsx';
import { personalDataText } from '../../text/id/personal-data.ts';
import { SelectField, TextField } from '../../ui/field.tsx';

const text = personalDataText.change;

/** Another length for one kind. Refused, what was typed stays, beside the length that somebody else has decided. */
export function ChangeLength({ lengths }: { readonly lengths: readonly RetentionLength[] }): ReactElement {
  const [kind, setKind] = useState<RetentionKind>('respondents');
  const [months, setMonths] = useState('');
  const change = useAction(changeRetention, [getPersonalData, getPersonalDataOfPeriod]);
  const readAgain = useReadAgain(getPersonalData);
  const now = lengths.find((length) => length.kind === kind);
  const { least, most } = RETENTION[kind];
  const wished = Number(months);
  const fits = Number.isInteger(wished) && wished >= least && wished <= most;
  const done = change.data === undefined ? undefined : change.variables;
  return (
    <form
      className="form panel"
      aria-labelledby="ubah-lama"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fits || now === undefined) return;
        const input = { params: { kind }, body: { months: wished, seen: now.version } };
        change.mutate(input, { onSuccess: () => setMonths(''), onError: readAgain });
      }}
    >
      <h3 id="ubah-lama">{text.title}</h3>
      <p>{text.lead}</p>
      <SelectField
        label={text.kind}
        value={kind}
        onChange={(event) => {
          setKind(RetentionKind.parse(event.target.value));
          change.reset();
        }}
      >
        {RETENTION_KINDS.map((each) => (
          <option key={each} value={each}>
            {personalDataText.kinds[each]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.months}
        inputMode="numeric"
        value={months}
        hint={now === undefined ? text.bounds(least, most) : `${text.now(now.months)} ${text.bounds(least, most)}`}
        error={months === '' || fits ? undefined : text.bounds(least, most)}
        onChange={(event) => setMonths(event.target.value.trim())}
      />
      {change.isError ? <FaultNotice fault={change.error} /> : null}
      <p role="status">
        {done?.body === undefined ? '' : text.saved(personalDataText.kinds[done.params.kind], done.body.months)}
      </p>
      <div className="actions">
        <button type="submit" className="button" disabled={!fits || change.isPending}>
          {text.save}
        </button>
      </div>
    </form>
  );
}
