import { type ReactElement, useState } from 'react';

import { updateNow, useAppUpdate } from '../platform/app-update/app-update.ts';
import { appText } from '../text/id/app.ts';

/** Says that a new version waits; whoever does nothing gets it in the next pause. */
export function UpdateNotice(): ReactElement | null {
  const update = useAppUpdate();
  const [asked, setAsked] = useState(false);
  if (update === 'none') return null;
  const working = asked || update === 'changing';
  return (
    <p className="update-notice" role="status">
      {appText.update.ready}{' '}
      <button
        type="button"
        className="button button--quiet"
        disabled={working}
        onClick={() => {
          setAsked(true);
          updateNow();
        }}
      >
        {working ? appText.update.working : appText.update.now}
      </button>
    </p>
  );
}
