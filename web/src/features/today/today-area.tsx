import { getToday } from '@patuh/shared/contracts/today';
import type { ReactElement } from 'react';
import { Redirect, useLocation, useSearchParams } from 'wouter';

import { FRESH_EVERY, KeptFresh } from '../../platform/kept-fresh.tsx';
import { useAnswer } from '../../platform/query.tsx';
import { todayText as text } from '../../text/id/today.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { formerAddress } from './former-address.ts';
import { TodayItemCard } from './today-item.tsx';
import { CalmDay, TodayProvinces } from './today-provinces.tsx';

/** `/kantor`: what needs the reader today. Addresses from when the list of units stood here lead to the list. */
export function TodayArea(): ReactElement {
  const [address] = useLocation();
  const [search] = useSearchParams();
  const former = formerAddress(search);
  if (former !== undefined) return <Redirect to={former} replace />;
  return address === '/kantor' ? <Today /> : <Redirect to="/kantor" replace />;
}

function Today(): ReactElement {
  const today = useAnswer(getToday, {}, { refetchInterval: FRESH_EVERY });
  return (
    <AppPage title={text.title} lead={text.lead}>
      <KeptFresh of={today}>
        {({ items, provinces }) => (
          <>
            {items.length === 0 ? <CalmDay /> : null}
            <div className="today-items">
              {items.map((item) => (
                <TodayItemCard key={item.kind} item={item} />
              ))}
            </div>
            <TodayProvinces provinces={provinces} />
          </>
        )}
      </KeptFresh>
    </AppPage>
  );
}
