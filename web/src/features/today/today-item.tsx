import type { TodayItem } from '@patuh/shared/contracts/today';
import { type ReactElement, useId } from 'react';
import { Link } from 'wouter';

import { KIND_WORDS, todayText as text } from '../../text/id/today.ts';
import { factsOf } from './entry-facts.ts';
import { allOf, oneOf } from './where.ts';

/** One kind of thing: how many, what to do, the first of them, and the way to all. */
export function TodayItemCard({ item }: { readonly item: TodayItem }): ReactElement {
  const heading = useId();
  const { kind, count, first, daysLeft } = item;
  const words = KIND_WORDS[kind];
  const isOverdue = daysLeft !== null && daysLeft < 0;
  return (
    <section
      className={isOverdue ? 'panel today-item today-item--overdue' : 'panel today-item'}
      aria-labelledby={heading}
    >
      <h2 id={heading}>{words.title(count)}</h2>
      <p className="small soft">{words.what}</p>
      <ul className="today-first">
        {first.map((entry) => {
          const facts = factsOf(kind, entry).join(' · ');
          return (
            <li key={`${entry.assessmentId ?? ''} ${entry.thingId ?? ''} ${entry.periodId ?? ''} ${entry.name}`}>
              <Link href={oneOf(kind, entry)}>{entry.name}</Link>
              {entry.place === null ? null : <span className="today-first__place">{entry.place}</span>}
              {facts === '' ? null : <span className="today-first__facts">{facts}</span>}
            </li>
          );
        })}
        {count > first.length ? <li className="soft">{text.more(count - first.length)}</li> : null}
      </ul>
      <p>
        <Link className="button button--quiet" href={allOf(kind, first[0])}>
          {words.all}
        </Link>
      </p>
    </section>
  );
}
