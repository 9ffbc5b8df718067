import type { AuditOffice } from '@patuh/shared/audit/event';
import { type ReactElement, useState } from 'react';

import { auditText } from '../../text/id/audit.ts';
import { SelectField, TextField } from '../../ui/field.tsx';

interface AuditFilterProps {
  readonly offices: readonly { readonly office: AuditOffice; readonly name: string }[];
  readonly office: AuditOffice;
  readonly subject: string;
  readonly name: string;
  readonly onShow: (office: string, subject: string) => void;
}

/** Which office, and which thing or person. */
export function AuditFilter({ offices, office, subject, name, onShow }: AuditFilterProps): ReactElement {
  const [typed, setTyped] = useState('');
  return (
    <>
      <form
        className="toolbar audit-filter"
        onSubmit={(event) => {
          event.preventDefault();
          onShow(office, typed.trim());
        }}
      >
        {offices.length < 2 ? null : (
          <SelectField label={auditText.office} value={office} onChange={(event) => onShow(event.target.value, '')}>
            {offices.map((one) => (
              <option key={one.office} value={one.office}>
                {one.name}
              </option>
            ))}
          </SelectField>
        )}
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
      {subject === '' ? null : (
        <p role="status">
          {auditText.filtered(name)}{' '}
          <button type="button" className="link" onClick={() => onShow(office, '')}>
            {auditText.all}
          </button>
        </p>
      )}
    </>
  );
}
