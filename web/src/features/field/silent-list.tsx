import type { ReactElement } from 'react';

import { fieldSubmitText } from '../../text/id/field-submit.ts';
import type { SilentDevice } from './team-devices.ts';
import { whenWords } from './when-words.ts';

const { silent } = fieldSubmitText;

interface SilentListProps {
  readonly devices: readonly SilentDevice[];
  readonly now: number;
  readonly sure: boolean;
  readonly onSure: (sure: boolean) => void;
}

/** Whose devices may hold answers that are not at the server, what to do about each, and the word that one did. */
export function SilentList({ devices, now, sure, onSure }: SilentListProps): ReactElement {
  return (
    <div className="notice notice--caution">
      <h3 className="notice__title">{silent.title}</h3>
      <p>{silent.intro}</p>
      <ul>
        {devices.map(({ device, because }) => (
          <li key={device.id}>
            <strong>{silent.device(device.personName, device.name)}</strong>:{' '}
            {silent.because[because](heardWords(device.exchangedAt, now), device.waiting ?? 0)}.{' '}
            {silent.todo(device.personName)}
          </li>
        ))}
      </ul>
      <label className="check">
        <input type="checkbox" checked={sure} onChange={({ target }) => onSure(target.checked)} />
        <span>{silent.sure}</span>
      </label>
    </div>
  );
}

function heardWords(exchangedAt: string | null, now: number): string {
  return exchangedAt === null ? silent.never : whenWords(Date.parse(exchangedAt), now);
}
