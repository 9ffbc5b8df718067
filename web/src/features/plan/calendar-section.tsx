import type { PeriodView, ProvincePlan } from '@patuh/shared/contracts/periods';
import { dayIn, daysOf, overlapsIn, standingOn } from '@patuh/shared/domain/calendar';
import { type PhaseDays, PHASES } from '@patuh/shared/domain/period';
import { type ReactElement, useState } from 'react';

import { serverNow } from '../../platform/server-clock.ts';
import { provinceName } from '../../text/id/places.ts';
import { scopeText } from '../../text/id/roles.ts';
import { PHASE_NAME, periodText } from '../../text/id/plan.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { formatDate } from '../../ui/number.ts';
import { DaysForm } from './days-form.tsx';

const text = periodText.calendar;

interface CalendarSectionProps {
  readonly period: PeriodView;
  /** The plan whose days hold; undefined where nobody chose a province. */
  readonly plan: ProvincePlan | undefined;
  /** The reader sets the days of that province. */
  readonly mayPlan: boolean;
}

/** When each phase is, nationally and in the province, and how many days are left of today’s. */
export function CalendarSection({ period, plan, mayPlan }: CalendarSectionProps): ReactElement {
  const [editing, setEditing] = useState<'national' | 'own'>();
  const done = (): void => setEditing(undefined);
  const own = period.province === null ? plan : undefined;
  return (
    <section className="section" aria-labelledby="hari">
      <h2 id="hari">{text.title}</h2>
      <TodayLine period={period} plan={plan} />
      {editing === undefined ? (
        <>
          <CalendarTable period={period} own={own} />
          <Overlaps days={daysOf(period.days, own?.days ?? [])} />
          <div className="actions">
            {period.mayChange ? (
              <button type="button" className="button button--quiet" onClick={() => setEditing('national')}>
                {text.editNational}
              </button>
            ) : null}
            {own !== undefined && mayPlan ? (
              <button type="button" className="button button--quiet" onClick={() => setEditing('own')}>
                {text.editOwn}
              </button>
            ) : null}
          </div>
        </>
      ) : (
        <DaysForm key={editing} period={period} plan={editing === 'own' ? own : undefined} onDone={done} />
      )}
    </section>
  );
}

/** The zone of the capital, where nobody chose a province. */
const JAKARTA = 'Asia/Jakarta';

function TodayLine({ period, plan }: Pick<CalendarSectionProps, 'period' | 'plan'>): ReactElement | null {
  const days = daysOf(period.days, plan?.days ?? []);
  if (days.length === 0) return null;
  const today = dayIn(plan?.province.timeZone ?? JAKARTA, serverNow());
  const { underWay, next } = standingOn(today, days);
  return (
    <p>
      {underWay.length === 0 ? `${text.noPhase} ` : null}
      {underWay.map(({ phase, daysLeft }) => (
        <strong key={phase}>{text.left(PHASE_NAME[phase], daysLeft)} </strong>
      ))}
      {next === undefined ? null : text.until(PHASE_NAME[next.phase], next.daysUntil)}
    </p>
  );
}

function CalendarTable({
  period,
  own,
}: {
  readonly period: PeriodView;
  readonly own: ProvincePlan | undefined;
}): ReactElement {
  const place = own === undefined ? undefined : scopeText.province(provinceName(own.province.name));
  return (
    <>
      {own === undefined ? null : <p className="soft">{text.lead}</p>}
      <DataTable
        cards
        caption={text.caption}
        captionHidden
        head={
          <>
            <Column>{text.phase}</Column>
            <Column>{own === undefined ? text.days : text.national}</Column>
            {place === undefined ? null : <Column>{place}</Column>}
          </>
        }
      >
        {PHASES.map((phase) => (
          <Row key={phase}>
            <RowHead>{PHASE_NAME[phase]}</RowHead>
            <Cell label={own === undefined ? text.days : text.national}>
              {rangeOf(period.days, phase) ?? text.none}
            </Cell>
            {own === undefined || place === undefined ? null : (
              <Cell label={place}>
                {rangeOf(own.days, phase) ?? (rangeOf(period.days, phase) === undefined ? text.none : text.asNational)}
              </Cell>
            )}
          </Row>
        ))}
      </DataTable>
    </>
  );
}

function rangeOf(days: readonly PhaseDays[], phase: PhaseDays['phase']): string | undefined {
  const found = days.find((each) => each.phase === phase);
  if (found === undefined) return undefined;
  const { startsOn, endsOn } = found;
  return startsOn === endsOn ? formatDate(startsOn) : text.range(formatDate(startsOn), formatDate(endsOn));
}

/** Said, and not refused: verification does begin while the field is still at work. */
function Overlaps({ days }: { readonly days: readonly PhaseDays[] }): ReactElement | null {
  const overlaps = overlapsIn(days);
  if (overlaps.length === 0) return null;
  return (
    <Notice title={text.overlapTitle}>
      <ul>
        {overlaps.map(({ phase, earlier }) => (
          <li key={`${phase} ${earlier}`}>{text.overlap(PHASE_NAME[phase], PHASE_NAME[earlier])}</li>
        ))}
      </ul>
    </Notice>
  );
}
