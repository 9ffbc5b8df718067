import { getPersonalData, type PersonalDataOverview } from '@patuh/shared/contracts/personal-data';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { personalDataText as text } from '../../text/id/personal-data.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Lengths } from './lengths.tsx';
import { Nation } from './nation.tsx';
import { ProvinceKept } from './province-kept.tsx';

/** What is kept of people, until when, and what was purged; the province stands in the address. */
export function PersonalDataArea(): ReactElement {
  const overview = useAnswer(getPersonalData, {});
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Answer of={overview}>{(data) => <Kept overview={data} />}</Answer>
    </AppPage>
  );
}

function Kept({ overview }: { readonly overview: PersonalDataOverview }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const isNational = useMe().grants.some(({ role }) => role === 'national-admin');
  const { provinces } = overview;
  const chosen = provinces.find(({ code }) => code === search.get('provinsi')) ?? provinces[0];
  return (
    <>
      <p>{text.stays}</p>
      <p>{text.byCommand}</p>
      {provinces.length < 2 ? null : (
        <SelectField
          label={text.province}
          value={chosen?.code}
          onChange={(event) => setSearch({ provinsi: event.target.value }, { replace: true })}
        >
          {provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {chosen === undefined ? null : <ProvinceKept key={chosen.code} province={chosen.code} />}
      {isNational ? <Nation overview={overview} /> : null}
      <Lengths lengths={overview.lengths} mayChange={isNational} />
    </>
  );
}
