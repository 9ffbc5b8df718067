import type { Indicator } from '@patuh/shared/domain/instrument';
import type { ReactElement } from 'react';

import { readyText as text } from '../../text/id/ready.ts';
import { type SubjectGroup, wanting } from './by-subject.ts';

type Evidence = Indicator['evidence'][number];

const KINDS: readonly Evidence[] = ['document', 'web-address', 'photo'];

/** Everything to show at one glance, by what it is: the part that gets ticked off. */
export function AtHand({ groups }: { readonly groups: readonly SubjectGroup[] }): ReactElement {
  const lists = KINDS.map((evidence) => ({ evidence, indicators: wanting(groups, evidence) })).filter(
    ({ indicators }) => indicators.length > 0,
  );
  return (
    <section className="section" aria-labelledby="siapkan">
      <h2 id="siapkan">{text.handTitle}</h2>
      {lists.length === 0 ? <p>{text.handNothing}</p> : <p>{text.handIntro}</p>}
      <div className="grid ready-hand">
        {lists.map(({ evidence, indicators }) => (
          <div key={evidence}>
            <h3>{text.goodEvidence[evidence].title}</h3>
            <p className="small soft">{text.goodEvidence[evidence].good}</p>
            <ul className="ready-boxes">
              {indicators.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
