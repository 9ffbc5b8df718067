import type { ReactElement } from 'react';

import { useRemembered } from '../../platform/remembered.ts';
import { deskText } from '../../text/id/office-desk.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { DESK_KEYS } from './desk-keys.ts';
import { letterKeys } from './use-desk-keys.ts';

const text = deskText.help;

/** Every key of the desk, and the wish to do without single letters. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const areOff = useRemembered(letterKeys) === 'off';
  return (
    <ModalDialog title={text.title} onCancel={onClose}>
      <p>{text.lead}</p>
      <table className="desk-help">
        <thead>
          <tr>
            <th scope="col">{text.keys}</th>
            <th scope="col">{text.does}</th>
          </tr>
        </thead>
        <tbody>
          {DESK_KEYS.map(({ act, keys }) => (
            <tr key={act}>
              <th scope="row">
                {keys
                  .filter((key) => key !== '=')
                  .map((key, index) => (
                    <span key={key}>
                      {index === 0 ? '' : ` ${text.or} `}
                      <kbd>{nameOf(key)}</kbd>
                    </span>
                  ))}
              </th>
              <td>{text.acts[act]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="small">
        <li>{text.grid}</li>
        <li>{text.reason}</li>
        <li>{text.photo}</li>
      </ul>
      <label className="check">
        <input
          type="checkbox"
          checked={!areOff}
          onChange={({ target }) => letterKeys.keep(target.checked ? undefined : 'off')}
        />
        {text.letters}
      </label>
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {text.close}
        </button>
      </div>
    </ModalDialog>
  );
}

function nameOf(key: string): string {
  return Object.entries(text.names).find(([name]) => name === key)?.[1] ?? key.toUpperCase();
}
