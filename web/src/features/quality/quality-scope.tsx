import { listPeriods } from '@patuh/shared/contracts/periods';
import { getPlaces } from '@patuh/shared/contracts/places';
import { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { PeriodId as PeriodIdSchema } from '@patuh/shared/domain/ids';
import { takesPart } from '@patuh/shared/domain/period';
import type { ReactElement, ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';

import type { CallOk } from '../../platform/call.ts';
import { Answer, useAnswer } from '../../platform/query.tsx';
import { ScopeChoice } from '../../platform/scope-choice.tsx';
import { qualityText as text } from '../../text/id/quality.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** One period in one province, as the address says it or the newest that was opened. */
export interface QualityScope {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

interface ChosenProps {
  readonly page: 'overview' | 'practice';
  readonly children: (scope: QualityScope) => ReactNode;
}

/** The choice of period and province, the two pages of quality, and what is shown of the choice. */
export function Chosen({ page, children }: ChosenProps): ReactElement {
  const periods = useAnswer(listPeriods, {});
  const places = useAnswer(getPlaces, { query: {} });
  return (
    <Answer of={periods}>
      {(listed) => <Answer of={places}>{(known) => <Shown {...{ page, listed, known, children }} />}</Answer>}
    </Answer>
  );
}

function Shown({
  page,
  listed,
  known,
  children,
}: ChosenProps & {
  readonly listed: CallOk<typeof listPeriods>;
  readonly known: CallOk<typeof getPlaces>;
}): ReactElement {
  const [search, setSearch] = useSearchParams();
  const scopes = listed.periods.flatMap((period) =>
    known.provinces
      .filter(({ code }) => takesPart({ chain: period.chain, province: period.province?.code ?? null }, code))
      .map((province) => ({ ...period, periodId: period.id, province })),
  );
  const wanted = PeriodIdSchema.safeParse(search.get('periode')).data;
  const where = ProvinceCode.safeParse(search.get('provinsi')).data;
  const scope =
    scopes.find(({ periodId, province }) => periodId === wanted && (where === undefined || province.code === where)) ??
    // Where nobody has worked yet there is nothing to see.
    scopes.find(({ openedAt, province }) => openedAt !== null && (where === undefined || province.code === where)) ??
    scopes.find(({ province }) => where === undefined || province.code === where) ??
    scopes[0];
  if (scope === undefined) {
    return (
      <EmptyState title={text.emptyTitle}>
        <p>{text.emptyBody}</p>
      </EmptyState>
    );
  }
  const query = `?periode=${scope.periodId}&provinsi=${scope.province.code}`;
  return (
    <>
      <nav className="years" aria-label={text.pages}>
        <ul>
          <li>
            <Link href={`/kantor/mutu${query}`} {...(page === 'overview' && { 'aria-current': 'page' as const })}>
              {text.overview}
            </Link>
          </li>
          <li>
            <Link
              href={`/kantor/mutu/latihan${query}`}
              {...(page === 'practice' && { 'aria-current': 'page' as const })}
            >
              {text.practice}
            </Link>
          </li>
        </ul>
      </nav>
      <form className="toolbar" aria-label={text.choose} onSubmit={(event) => event.preventDefault()}>
        <ScopeChoice
          scopes={scopes}
          scope={scope}
          onChoose={({ periodId, province }) =>
            setSearch({ periode: periodId, provinsi: province.code }, { replace: true })
          }
        />
      </form>
      {children({ periodId: scope.periodId, province: scope.province.code })}
    </>
  );
}
