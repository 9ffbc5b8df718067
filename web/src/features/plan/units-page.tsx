import { getPlaces } from '@patuh/shared/contracts/places';
import { getRegister, type UnitRegister } from '@patuh/shared/contracts/units';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { type ReactElement, useState } from 'react';
import { useSearchParams } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { provinceName } from '../../text/id/places.ts';
import { planText } from '../../text/id/plan.ts';
import { unitsText as text } from '../../text/id/units.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { BackToPeriods } from './back-to-periods.tsx';
import { UnitsRegisterForm } from './units-register-form.tsx';
import { shownUnits } from './units-model.ts';
import { UnitsTable } from './units-table.tsx';

/** The register of the province that the address names, or of the only one the reader has. */
export function UnitsPage(): ReactElement {
  const places = useAnswer(getPlaces, { query: {} });
  const [search, setSearch] = useSearchParams();
  return (
    <AppPage title={text.title} lead={text.lead} above={<BackToPeriods />}>
      <Answer of={places}>
        {({ provinces }) => {
          const wanted = search.get('provinsi');
          const chosen = provinces.length === 1 ? provinces[0] : provinces.find(({ code }) => code === wanted);
          return (
            <>
              {provinces.length > 1 ? (
                <SelectField
                  label={planText.province}
                  value={chosen?.code ?? ''}
                  onChange={(event) => setSearch({ provinsi: event.currentTarget.value }, { replace: true })}
                >
                  <option value="">{planText.chooseProvince}</option>
                  {provinces.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {provinceName(name)}
                    </option>
                  ))}
                </SelectField>
              ) : null}
              {chosen === undefined ? (
                <p>{planText.chooseFirst}</p>
              ) : (
                <Register key={chosen.code} province={ProvinceCode.parse(chosen.code)} />
              )}
            </>
          );
        }}
      </Answer>
    </AppPage>
  );
}

function Register({ province }: { readonly province: ProvinceCode }): ReactElement {
  const register = useAnswer(getRegister, { query: { province } });
  return <Answer of={register}>{(view) => <Known view={view} />}</Answer>;
}

/** So few governments that one sees them all at once. */
const FEW = 3;

function Known({ view }: { readonly view: UnitRegister }): ReactElement {
  const [wanted, setWanted] = useState('');
  const [withClosed, setWithClosed] = useState(false);
  const all = view.governments.flatMap(({ units }) => units);
  const governments = shownUnits(view, { wanted, withClosed });
  const shown = governments.flatMap(({ units }) => units).length;
  return (
    <>
      {view.mayChange ? <UnitsRegisterForm register={view} /> : null}
      <form className="toolbar plan-units__search" role="search" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={text.search}
          hint={text.searchHint}
          type="search"
          value={wanted}
          maxLength={100}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={withClosed}
            onChange={(event) => setWithClosed(event.currentTarget.checked)}
          />
          {text.showClosed}
        </label>
        <p role="status">{text.shown(shown, all.length)}</p>
      </form>
      {governments.length === 0 ? (
        <EmptyState title={text.nothingFits}>
          <p>{text.nothingFitsBody}</p>
        </EmptyState>
      ) : (
        <UnitsTable governments={governments} open={wanted.trim() !== '' || governments.length <= FEW} />
      )}
    </>
  );
}
