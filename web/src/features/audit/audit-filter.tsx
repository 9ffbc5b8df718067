import type { AuditOffice } from '@patuh/shared/audit/event';
import { type ReactElement, useState } from 'react';

import { auditText } from '../../text/id/audit.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { AuditQuery } from './audit-query.ts';

interface AuditFilterProps {
  readonly offices: readonly { readonly office: AuditOffice; readonly name: string }[];
  readonly office: AuditOffice;
  readonly query: AuditQuery;
  readonly name: string;
  readonly onShow: (office: string, query: AuditQuery) => void;
}

/** Which office, which kind of action, which days, and which thing or person. */
export function AuditFilter({ offices, office, query, name, onShow }: AuditFilterProps): ReactElement {
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState(query.from ?? '');
  const [until, setUntil] = useState(query.until ?? '');
  const subject = typed.trim() === '' ? query.subject : typed.trim();
  return (
    <>
      <form
        className="toolbar audit-filter"
        onSubmit={(event) => {
          event.preventDefault();
          onShow(office, { ...query, subject, from, until });
        }}
      >
        {offices.length < 2 ? null : (
          <SelectField label={auditText.office} value={office} onChange={(event) => onShow(event.target.value, {})}>
            {offices.map((one) => (
              <option key={one.office} value={one.office}>
                {one.name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={auditText.kind}
          value={query.kind ?? ''}
          onChange={(event) => onShow(office, { ...query, kind: event.target.value })}
        >
          <option value="">{auditText.allKinds}</option>
          {Object.entries(auditText.kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </SelectField>
        <TextField label={auditText.from} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        <TextField
          label={auditText.until}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <TextField
          label={auditText.filter}
          hint={auditText.filterHint}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          maxLength={128}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button button--quiet">
          {auditText.apply}
        </button>
      </form>
      {query.subject === undefined ? null : (
        <p role="status">
          {auditText.filtered(name)}{' '}
          <button type="button" className="link" onClick={() => onShow(office, { ...query, subject: undefined })}>
            {auditText.all}
          </button>
        </p>
      )}
    </>
  );
}
