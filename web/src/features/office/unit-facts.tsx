import type { ReactElement, ReactNode } from 'react';

import { officeText } from '../../text/id/office.ts';
import { unitText as text } from '../../text/id/office-unit.ts';
import { formatMoment } from '../../ui/moment.ts';
import { formatDate } from '../../ui/number.ts';
import { Tag } from '../../ui/notice.tsx';
import { StateChip } from '../../platform/state-chip.tsx';
import type { UnitModel } from './unit-model.ts';

/** What one knows before opening the first answer: state, team, how complete, by whom. */
export function UnitFacts({ model: { office, progress, values } }: { readonly model: UnitModel }): ReactElement {
  const { assessment, collectedBy, duty } = office;
  const { interviewed, target, minimum } = progress.users;
  return (
    <div className="office-facts">
      <p className="inline-list">
        <StateChip state={assessment.state} />
        {assessment.period.chain === 'demo' ? <Tag>{officeText.demo}</Tag> : null}
        {assessment.period.trial === true ? <Tag>{officeText.trial}</Tag> : null}
        {assessment.unit.firstTime ? <Tag>{text.firstTime}</Tag> : null}
      </p>
      <dl>
        <Fact name={text.team}>{assessment.team.name}</Fact>
        <Fact name={text.collectedBy}>{collectedBy.map(({ name }) => name).join(', ') || officeText.none}</Fact>
        {duty === null ? null : (
          <Fact name={text.duty}>
            {duty.person}
            {duty.dueOn === null ? null : `, ${text.dueOn(formatDate(duty.dueOn))}`}
          </Fact>
        )}
        <Fact name={text.submitted}>
          {assessment.submittedAt === null ? officeText.none : formatMoment(assessment.submittedAt)}
        </Fact>
        <Fact name={text.progress}>{officeText.answered(progress.answered, progress.expected)}</Fact>
        <Fact name={text.users}>
          {text.usersOf(interviewed, target, minimum)}
          {interviewed < target && assessment.submittedAt !== null ? (
            <span className="office-flag">{officeText.fewUsers}</span>
          ) : null}
        </Fact>
        {values.fewUsersReason === null ? null : <Fact name={text.fewUsersReason}>{values.fewUsersReason}</Fact>}
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
