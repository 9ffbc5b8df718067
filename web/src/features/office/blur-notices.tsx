import type { UnitPhoto } from '@patuh/shared/contracts/clearances';
import type { ReactElement } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { clearancesText as text } from '../../text/id/clearances.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Clearing } from './use-clearing.ts';

interface BlurNoticesProps {
  readonly photos: readonly UnitPhoto[];
  readonly clearing: Clearing;
  readonly onOpen: (index: number) => void;
}

/** What the server did not take, by name, with the way back to it: the screen went on before it answered. */
export function BlurNotices({ photos, clearing, onOpen }: BlurNoticesProps): ReactElement | null {
  const refused = photos.flatMap((photo, index) => (clearing.stateOf(photo) === 'refused' ? [{ photo, index }] : []));
  const last = refused.at(-1);
  if (last === undefined) return null;
  // None after a reload: what it was is forgotten, that it was refused is not.
  const fault = clearing.faultOf(last.photo);
  return (
    <>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <Notice title={text.refusedTitle} tone="caution">
        <p className="actions">
          {refused.map(({ photo, index }) => (
            <button key={photo.sha256} type="button" className="button button--quiet" onClick={() => onOpen(index)}>
              {text.refusedOpen(text.position(index + 1, photos.length))}
            </button>
          ))}
        </p>
      </Notice>
    </>
  );
}
