import type { HandedOver } from '@patuh/shared/contracts/handover';
import { listPeople, type PersonView } from '@patuh/shared/contracts/people';
import { getPlaces } from '@patuh/shared/contracts/places';
import { type ProvinceCode, provinceOf } from '@patuh/shared/domain/government';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { handoverText as text } from '../../text/id/handover.ts';
import { peopleText } from '../../text/id/people.ts';
import { provinceName } from '../../text/id/places.ts';
import { scopeText } from '../../text/id/roles.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { HandoverForm } from './handover-form.tsx';
import { HandoverSummary } from './handover-summary.tsx';

/** What somebody holds goes to others; afterwards the paper that both keep. */
export function HandoverPage({ personId }: { readonly personId: string }): ReactElement {
  const people = useAnswer(listPeople, {});
  const me = useMe();
  // Kept here, because whoever holds nothing any more is no longer in the list.
  const [done, setDone] = useState<HandedOver>();
  const person = people.data?.people.find(({ id }) => id === personId);
  if (done !== undefined) return <HandoverSummary done={done} />;
  if (people.data !== undefined && person === undefined) {
    return (
      <AppPage title={peopleText.person.gone} lead={peopleText.person.goneBody}>
        <Link href="/kantor/orang">{peopleText.back}</Link>
      </AppPage>
    );
  }
  return (
    <AppPage
      title={person === undefined ? peopleText.person.handover : text.title(person.name)}
      lead={text.lead}
      above={
        <Link className="back" href={`/kantor/orang/${personId}`}>
          {person === undefined ? peopleText.back : text.back(person.name)}
        </Link>
      }
    >
      <Answer of={people}>
        {() => {
          if (person === undefined) return null;
          if (person.id !== me.personId) return <InProvince person={person} onDone={setDone} />;
          return (
            <Notice>
              <p>{text.oneself}</p>
            </Notice>
          );
        }}
      </Answer>
    </AppPage>
  );
}

interface InProvinceProps {
  readonly person: PersonView;
  readonly onDone: (done: HandedOver) => void;
}

/** Somebody who works for two provinces hands over in each by itself. */
function InProvince({ person, onDone }: InProvinceProps): ReactElement {
  const names = useAnswer(getPlaces, { query: {} }).data?.provinces ?? [];
  const provinces = provincesOf(person);
  const [chosen, setChosen] = useState<ProvinceCode | undefined>(provinces.length === 1 ? provinces[0] : undefined);
  const nameOf = (code: ProvinceCode): string => {
    const name = names.find((province) => province.code === code)?.name;
    return name === undefined ? scopeText.provinceCode(code) : provinceName(name);
  };
  return (
    <>
      {provinces.length === 0 ? <p>{text.nothing}</p> : null}
      {provinces.length > 1 ? (
        <SelectField
          label={text.province}
          value={chosen ?? ''}
          onChange={(event) => setChosen(provinces.find((code) => code === event.target.value))}
        >
          <option value="">{text.chooseProvince}</option>
          {provinces.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </SelectField>
      ) : null}
      {chosen === undefined ? null : <HandoverForm key={chosen} person={person} province={chosen} onDone={onDone} />}
    </>
  );
}

function provincesOf({ grants }: PersonView): readonly ProvinceCode[] {
  const codes = grants.flatMap(({ scope }) => {
    if (scope.kind === 'province') return [scope.code];
    return scope.kind === 'government' ? [provinceOf(scope.code)] : [];
  });
  return [...new Set(codes)];
}
