import { ASSESSMENT_STATES, AssessmentState } from '@patuh/shared/domain/assessment';
import { type ReactElement, Suspense, useState } from 'react';

import { fieldUnitsText } from '../../text/id/field-units.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Loading } from '../../ui/loading.tsx';
import { optionalPart } from '../../ui/optional-part.tsx';
import { useDeskState } from './desk-scope.tsx';
import { UnitCard } from './unit-card.tsx';
import { type UnitRow, useUnitRows } from './unit-rows.ts';

const UrgentConcerns = optionalPart(async () => (await import('./concerns-notice.tsx')).UrgentConcerns);

const DepartedNotices = optionalPart(async () => (await import('./departed-notice.tsx')).DepartedNotices);

/** From so many units on, one searches. */
const MANY = 9;

/** The units of the team. */
export function UnitsPage(): ReactElement {
  const rows = useUnitRows();
  const { exchange, departed } = useDeskState();
  const left =
    departed.length === 0 ? null : (
      <Suspense fallback={null}>
        <DepartedNotices />
      </Suspense>
    );
  if (rows === undefined || (rows.length === 0 && exchange.ending === undefined)) {
    return (
      <AppPage title={fieldUnitsText.title}>
        <Loading label={fieldUnitsText.loading} />
      </AppPage>
    );
  }
  if (rows.length > 0) return <Units rows={rows} left={left} />;
  const reached = exchange.doneAt !== undefined;
  return (
    <AppPage title={fieldUnitsText.title}>
      {left}
      <EmptyState title={reached ? fieldUnitsText.emptyTitle : fieldUnitsText.unreachableTitle}>
        <p>{reached ? fieldUnitsText.emptyBody : fieldUnitsText.unreachableBody}</p>
      </EmptyState>
    </AppPage>
  );
}

interface UnitsProps {
  readonly rows: readonly UnitRow[];
  /** What there is to say of units that are no longer among them. */
  readonly left: ReactElement | null;
}

function Units({ rows, left }: UnitsProps): ReactElement {
  const [text, setText] = useState('');
  const [state, setState] = useState<AssessmentState | 'all'>('all');
  const many = rows.length >= MANY;
  const shown = rows.filter((row) => fits(row, text, state));
  return (
    <AppPage title={fieldUnitsText.title} lead={fieldUnitsText.lead(rows.length)}>
      <Suspense fallback={null}>
        <UrgentConcerns />
      </Suspense>
      {left}
      {!many ? null : (
        <div className="toolbar unit-search" role="search">
          <TextField
            type="search"
            label={fieldUnitsText.search}
            placeholder={fieldUnitsText.searchHint}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <SelectField
            label={fieldUnitsText.filter}
            value={state}
            onChange={({ target }) => setState(AssessmentState.safeParse(target.value).data ?? 'all')}
          >
            <option value="all">{fieldUnitsText.all}</option>
            {ASSESSMENT_STATES.filter((known) => rows.some(({ header }) => header.state === known)).map((known) => (
              <option key={known} value={known}>
                {fieldWords.states[known]}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {!many || (text === '' && state === 'all') ? null : (
        <p role="status">{shown.length === 0 ? fieldUnitsText.nothing : fieldUnitsText.found(shown.length)}</p>
      )}
      {periodsOf(shown).map(({ name, rows: ofPeriod }, _, periods) => (
        <section key={name} className="unit-period" aria-label={name}>
          {periods.length === 1 && !many ? null : <p className="unit-period__name">{name}</p>}
          <ul className="unit-list">
            {ofPeriod.map((row) => (
              <li key={row.header.id}>
                <UnitCard row={row} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </AppPage>
  );
}

function fits({ header }: UnitRow, text: string, state: AssessmentState | 'all'): boolean {
  if (state !== 'all' && header.state !== state) return false;
  const { name, kindName, government } = header.unit;
  const all = `${name} ${kindName} ${government.name} ${government.code}`.toLocaleLowerCase('id');
  return text
    .toLocaleLowerCase('id')
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The newest period first; the rows keep their order. */
function periodsOf(rows: readonly UnitRow[]): readonly { readonly name: string; readonly rows: readonly UnitRow[] }[] {
  const byName = Map.groupBy(rows, ({ header }) => header.period.name);
  return [...byName]
    .map(([name, of]) => ({ name, rows: of, year: of[0]?.header.period.year ?? 0 }))
    .toSorted((a, b) => b.year - a.year);
}
