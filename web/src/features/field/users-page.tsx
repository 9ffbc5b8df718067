import { SubjectId } from '@patuh/shared/domain/assessment';
import type { FieldValue } from '@patuh/shared/domain/change';
import { usersOf } from '@patuh/shared/sync/progress';
import { UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import { type ReactElement, useMemo } from 'react';
import { v7 } from 'uuid';
import { Link, useLocation } from 'wouter';

import { fieldUsersText } from '../../text/id/field-users.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { ConflictChoice } from './conflict-choice.tsx';
import { isOpen, useAssessment, useCell, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { overviewPath, userPath } from './paths.ts';
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
        {open ? <AddUser /> : null}
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

function AddUser(): ReactElement {
  return (
    <div className="add-user">
      <NewUserButton className="button">{fieldUsersText.add}</NewUserButton>
      <p className="small soft">{fieldUsersText.privacy}</p>
    </div>
  );
}

/** Leads to an empty interview; the user exists from the first thing that is entered on. */
export function NewUserButton({
  className,
  children,
}: {
  readonly className: string;
  readonly children: string;
}): ReactElement {
  const { id } = useAssessment();
  const [, navigate] = useLocation();
  return (
    <button type="button" className={className} onClick={() => navigate(userPath(id, SubjectId.parse(`user-${v7()}`)))}>
      {children}
    </button>
  );
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
