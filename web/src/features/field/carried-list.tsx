import type { ReactElement } from 'react';

import type { CarriedFile } from '../../platform/field-store/field-store.ts';
import { fieldFilesText } from '../../text/id/field-files.ts';
import { LightSign } from './light.tsx';
import { whenWords } from './when-words.ts';

interface CarriedListProps {
  readonly files: readonly CarriedFile[];
  readonly now: number;
}

/** Files of colleagues on this device: whose, how much, whether it can be seen here, and whether the server has it. */
export function CarriedList({ files, now }: CarriedListProps): ReactElement {
  const { carried } = fieldFilesText;
  if (files.length === 0) return <p className="soft">{carried.empty}</p>;
  return (
    <ul className="plain-list">
      {files.toReversed().map(({ file, opened, deliveredAt }) => (
        <li key={file.id} className="farewell">
          <LightSign tone={deliveredAt === null ? 'watch' : 'calm'} />
          <div>
            <p>
              <strong>{carried.count(file.entries.length)}</strong> ·{' '}
              {carried.from(file.from.name, whenWords(Date.parse(file.madeAt), now))}
            </p>
            <p className="small">{opened === null ? carried.sealed : carried.opened}</p>
            <p className="small">
              {deliveredAt === null ? carried.waiting : carried.delivered(whenWords(Date.parse(deliveredAt), now))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
