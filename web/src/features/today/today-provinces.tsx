import type { getToday } from '@patuh/shared/contracts/today';
import { TODAY_KINDS } from '@patuh/shared/today/kinds';
import { type ReactElement, useId } from 'react';
import { Link } from 'wouter';

import type { CallOk } from '../../platform/call.ts';
import { provinceName } from '../../text/id/places.ts';
import { KIND_WORDS, todayText } from '../../text/id/today.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/number.ts';

const text = todayText.provinces;

/** For whoever looks after several provinces: what there is in which, those with most first. */
export function TodayProvinces({ provinces }: Pick<CallOk<typeof getToday>, 'provinces'>): ReactElement | null {
  const heading = useId();
  if (provinces.length === 0) return null;
  const sumOf = ({ counts }: (typeof provinces)[number]): number => counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{text.title}</h2>
      <ul className="today-provinces">
        {provinces
          .toSorted((a, b) => sumOf(b) - sumOf(a) || a.code.localeCompare(b.code))
          .map((province) => (
            <li key={province.code}>
              <details>
                <summary>
                  {provinceName(province.name)} <strong>{formatCount(sumOf(province))}</strong>
                </summary>
                <ul>
                  {TODAY_KINDS.flatMap((kind) => {
                    const found = province.counts.find((share) => share.kind === kind);
                    return found === undefined ? [] : [<li key={kind}>{KIND_WORDS[kind].title(found.count)}</li>];
                  })}
                </ul>
                <p>
                  <Link href={`/kantor/musim?provinsi=${province.code}`}>{text.open(provinceName(province.name))}</Link>
                </p>
              </details>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** An empty day. */
export function CalmDay(): ReactElement {
  return (
    <EmptyState title={todayText.calmTitle}>
      <p>{todayText.calmBody}</p>
    </EmptyState>
  );
}
