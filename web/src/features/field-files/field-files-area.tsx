import type { ReactElement } from 'react';

import { officeFilesText as text } from '../../text/id/office-files.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { FileDrop } from './file-drop.tsx';
import { IncomingRow } from './incoming-row.tsx';
import { useIncoming } from './use-incoming.ts';

/** `/kantor/berkas`: answers that come from the field as files instead of over the network. */
export function FieldFilesArea(): ReactElement {
  const { all, take, again } = useIncoming();
  return (
    <AppPage title={text.title} lead={text.lead}>
      <FileDrop onFiles={take} />
      <div role="status">
        {all.length === 0 ? null : (
          <ul className="incoming-list" aria-label={text.list}>
            {all.map((incoming) => (
              <IncomingRow key={incoming.key} incoming={incoming} onAgain={() => again(incoming)} />
            ))}
          </ul>
        )}
      </div>
    </AppPage>
  );
}
