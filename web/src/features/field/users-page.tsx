import { UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import type { FieldValue } from '@patuh/shared/domain/change';
import { usersOf } from '@patuh/shared/sync/progress';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'wouter';

import { fieldUsersText } from '../../text/id/field-users.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { useAssessment, useCell, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { useNewInterview } from './interview-bar.tsx';
import { type InterviewStanding, interviewStanding } from './interview-standing.ts';
import { isOpen } from './is-open.ts';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { overviewPath } from './paths.ts';
import { SectionFormScope, useTextCell } from './section-form.tsx';
import { UserList } from './user-list.tsx';

/** All interviews of the unit. */
export function UsersPage(): ReactElement {
  const { id, instrument } = useAssessment();
  const header = useHeader();
  const questionnaire = useQuestionnaire();
  const { interviewed, target, minimum } = usersOf(instrument, header.unit.kind, questionnaire);
  const users = questionnaire.subjects.filter(({ kind }) => kind === 'user');
  const open = isOpen(header);
  return (
    <SectionFormScope>
      <AppPage
        title={fieldUsersText.title}
        lead={fieldUsersText.lead(interviewed, target, minimum)}
        above={
          <Link className="back" href={overviewPath(id)}>
            {header.unit.name}
          </Link>
        }
      >
        <ClosedNotice />
        {open ? <Start /> : null}
        <Others users={users} />
        {users.length === 0 ? (
          <EmptyState title={fieldUsersText.emptyTitle}>
            <p>{fieldUsersText.emptyBody}</p>
          </EmptyState>
        ) : (
          <UserList users={users} />
        )}
        {interviewed < target ? <FewUsers target={target} readOnly={!open} /> : null}
      </AppPage>
    </SectionFormScope>
  );
}

function Start(): ReactElement {
  const start = useNewInterview({ replace: false });
  return (
    <div className="add-user">
      <button type="button" className="button" onClick={start}>
        {fieldUsersText.start}
      </button>
      <p className="small soft">{fieldUsersText.privacy}</p>
    </div>
  );
}

/** Who was asked and is no interview. */
function Others({ users }: { readonly users: readonly AssessmentSubject[] }): ReactElement | null {
  const standings = users.map(interviewStanding);
  const number = (of: InterviewStanding): number => standings.filter((standing) => standing === of).length;
  const words = fieldUsersText.others(number('refused'), number('withdrawn'));
  return words === '' ? null : <p className="small soft">{words}.</p>;
}

function FewUsers({ target, readOnly }: { readonly target: number; readonly readOnly: boolean }): ReactElement {
  const key = useMemo(() => ({ indicatorId: null, subjectId: UNIT_SUBJECT, field: 'few-users-reason' }) as const, []);
  const cell = useCell(key);
  const { input, error, stored } = useTextCell({
    name: 'text',
    cell: key,
    storedIn: reasonIn,
    entryOf: (text) => ({ field: 'few-users-reason', value: text === '' ? null : text }),
  });
  return (
    <section className="section few-users">
      <ConflictChoice cell={cell} readOnly={readOnly} />
      <TextArea
        label={fieldUsersText.reason}
        hint={fieldUsersText.reasonHint(target)}
        error={error}
        readOnly={readOnly}
        {...input}
      />
      {stored === '' ? null : <KeepingMark value={cell.value} />}
      <LeftOver cell={cell} />
    </section>
  );
}

function reasonIn(entry: FieldValue | undefined): string {
  return entry?.field === 'few-users-reason' ? (entry.value ?? '') : '';
}
