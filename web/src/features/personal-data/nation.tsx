import type { PersonalDataOverview } from '@patuh/shared/contracts/personal-data';
import type { ReactElement } from 'react';

import { personalDataText as text } from '../../text/id/personal-data.ts';
import { PurgedList } from './purged-list.tsx';

/** What belongs to no province: sign-ins, accounts, what could not be used. */
export function Nation({ overview }: { readonly overview: PersonalDataOverview }): ReactElement {
  return (
    <section className="section" aria-labelledby="nasional">
      <h2 id="nasional">{text.nation}</h2>
      <p>{text.nationLead}</p>
      {overview.nation.length === 0 ? (
        <p>{text.nationNothing}</p>
      ) : (
        <ul>
          {overview.nation.map(({ kind, entries, files, bytes }) => (
            <li key={kind}>
              {text.kinds[kind]}: {text.figures(entries, files, bytes)}
            </li>
          ))}
        </ul>
      )}
      <PurgedList id="dihapus-nasional" office="pusat" purged={overview.purged} />
    </section>
  );
}
