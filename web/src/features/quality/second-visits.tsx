import type { Agreement, Collector, Quality } from '@patuh/shared/contracts/quality';
import type { ReactElement } from 'react';

import { qualityText } from '../../text/id/quality.ts';
import { formatMoment } from '../../ui/moment.ts';
import { formatAlpha } from './alpha-words.ts';

const text = qualityText.second;

/** What two teams saw in the same units: first who leans where, in levels; the statistics behind it on demand. */
export function SecondVisits({ quality: { collectors, second } }: { readonly quality: Quality }): ReactElement | null {
  if (second === null) return null;
  const told = collectors
    .filter(({ leaning }) => leaning !== null)
    .toSorted((one, other) => Math.abs(other.leaning?.mean ?? 0) - Math.abs(one.leaning?.mean ?? 0));
  const held = collectors.filter(({ leaningHeld }) => leaningHeld?.why === 'own-first');
  return (
    <section className="section" aria-labelledby="mutu-kedua">
      <h2 id="mutu-kedua">{text.title}</h2>
      <p>{text.progress(second.both, second.drawn)}</p>
      {told.length === 0 && held.length === 0 && second.both > 0 ? <p className="soft">{text.tooFew}</p> : null}
      <ul>
        {told.map((collector) => (
          <Leaning key={collector.personId} collector={collector} />
        ))}
        {held.map(({ personId, name, leaningHeld }) => (
          <li key={personId} className="soft">
            {leaningHeld?.why === 'own-first' ? text.ownFirst(name, formatMoment(leaningHeld.until)) : null}
          </li>
        ))}
      </ul>
      {second.both === 0 ? null : (
        <details>
          <summary>{text.behind}</summary>
          <p>{second.agreement === null ? text.noAlpha : alphaSentence(second.agreement)}</p>
          <p className="small soft">{text.meaning}</p>
        </details>
      )}
    </section>
  );
}

function Leaning({ collector: { name, leaning, remark } }: { readonly collector: Collector }): ReactElement | null {
  if (leaning === null) return null;
  return (
    <li>
      <strong>{text.leaning(name, leaning.mean)}</strong> ({text.of(leaning.things, leaning.same)}).
      {remark === null ? null : <> {text.remark(remark)}</>}
    </li>
  );
}

function alphaSentence({ alpha, low, high, things }: Agreement): string {
  return text.alpha(formatAlpha(alpha), formatAlpha(low), formatAlpha(high), things);
}
