import { createPeriod, type InstrumentChoice, listPeriods } from '@patuh/shared/contracts/periods';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { type SyntheticEvent, type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import type * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { serverFieldErrors } from '../../platform/form.ts';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { serverNow } from '../../platform/server-clock.ts';
import { provinceName } from '../../text/id/places.ts';
import { scopeText } from '../../text/id/roles.ts';
import { newPeriodText as text } from '../../text/id/plan.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { BackToPeriods } from './back-to-periods.tsx';
import { periodPath } from './paths.ts';
import { DEFAULT_SETTINGS } from './settings-draft.ts';

type Choices = z.infer<typeof listPeriods.ok>;

/** A season, or a trial; what can be changed later is asked later. */
export function NewPeriodPage(): ReactElement {
  const periods = useAnswer(listPeriods, {});
  return (
    <AppPage title={text.title} lead={text.lead} above={<BackToPeriods />}>
      <Answer of={periods}>{(choices) => <NewPeriodForm choices={choices} />}</Answer>
    </AppPage>
  );
}

/** By whom a trial is held; empty for everybody. */
const EVERYBODY = '';

function NewPeriodForm({ choices: { may, instruments } }: { readonly choices: Choices }): ReactElement {
  const [, goTo] = useLocation();
  const action = useAction(createPeriod, [listPeriods]);
  const [kind, setKind] = useState<'season' | 'trial'>(may.national ? 'season' : 'trial');
  const [office, setOffice] = useState<string>(may.national ? EVERYBODY : (may.trialsOf[0]?.code ?? EVERYBODY));
  const [year, setYear] = useState(String(serverNow().getUTCFullYear()));
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState<string>();
  const usable = instruments.filter((instrument) => isUsable(instrument, kind, Number(year)));
  const instrument = usable.find((each) => keyOf(each) === chosen) ?? usable[0];
  const name = typed ?? (kind === 'season' ? text.seasonName(Number(year)) : text.trialName(Number(year)));
  const refused = serverFieldErrors(action.error);

  const create = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (instrument === undefined) return;
    const body = {
      kind,
      province: kind === 'season' || office === EVERYBODY ? null : ProvinceCode.parse(office),
      year: Number(year),
      instrument: { id: instrument.id, version: instrument.version },
      settings: { ...DEFAULT_SETTINGS, name },
    };
    action.mutate({ body }, { onSuccess: ({ id }) => goTo(periodPath(id)) });
  };

  return (
    <form className="form" noValidate onSubmit={create}>
      {may.national ? (
        <SelectField
          label={text.kind}
          value={kind}
          onChange={({ target }) => setKind(target.value === 'season' ? 'season' : 'trial')}
        >
          <option value="season">{text.season}</option>
          <option value="trial">{text.trial}</option>
        </SelectField>
      ) : null}
      {kind === 'season' ? null : (
        <SelectField label={text.forWhom} value={office} onChange={({ target }) => setOffice(target.value)}>
          {may.national ? <option value={EVERYBODY}>{text.everybody}</option> : null}
          {may.trialsOf.map(({ code, name: province }) => (
            <option key={code} value={code}>
              {scopeText.province(provinceName(province))}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        type="number"
        label={text.year}
        value={year}
        onChange={({ target }) => setYear(target.value)}
        error={refused.get('year')}
      />
      <SelectField
        label={text.instrument}
        value={instrument === undefined ? '' : keyOf(instrument)}
        onChange={({ target }) => setChosen(target.value)}
        error={usable.length === 0 ? text.noInstrument : refused.get('instrument')}
      >
        {usable.map((each) => (
          <option key={keyOf(each)} value={keyOf(each)}>
            {text.instrumentChoice(each.title, each.version, each.status === 'trial')}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.name}
        hint={text.nameHint}
        maxLength={80}
        value={name}
        onChange={({ target }) => setTyped(target.value)}
        error={refused.get('settings.name')}
      />
      <p className="soft">{text.later}</p>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending || instrument === undefined}>
          {action.isPending ? text.creating : text.create}
        </button>
      </div>
    </form>
  );
}

function keyOf({ id, version }: InstrumentChoice): string {
  return `${id} ${version}`;
}

/** A season by what is in force for its year; practice by anything in use. */
function isUsable({ status, years }: InstrumentChoice, kind: 'season' | 'trial', year: number): boolean {
  return kind === 'trial' || (status === 'active' && years.includes(year));
}
