import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { PlaceHistory } from './place-history.tsx';
import { PlacePoints } from './place-points.tsx';
import { isReturnable } from './return-tick.tsx';
import type { Selection } from './selection.ts';
import { absenceOf, profileLine, subjectName } from './subject-name.ts';
import type { UnitModel } from './unit-model.ts';
import { UserCell } from './user-cell.tsx';
import { alikeUsers, type ColumnFigures, columnOf } from './users-figures.ts';

interface UsersGridProps {
  readonly model: UnitModel;
  readonly indicators: readonly Indicator[];
  readonly selection: Selection;
}

/** Every interview in one table: users × questions, with what each column comes to. Scrolls inside its own frame. */
export function UsersGrid({ model, indicators, selection }: UsersGridProps): ReactElement {
  const users = model.subjects.filter(({ kind }) => kind === 'user');
  if (users.length === 0) return <EmptyState title={text.grid.nobody} />;
  const alike = alikeUsers(model, indicators, users);
  return (
    <>
      <ol className="office-grid-questions">
        {indicators.map(({ id, name, question }) => (
          <li key={id}>
            <strong>{name}.</strong> {question}
          </li>
        ))}
      </ol>
      <p className="small soft">{isReturnable(model) ? text.grid.legend : text.grid.legendRead}</p>
      <div className="office-grid" role="region" tabIndex={0} aria-label={text.grid.caption}>
        <table>
          <caption className="visually-hidden">{text.grid.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{text.grid.user}</th>
              {indicators.map(({ id, name }, index) => (
                <th key={id} scope="col" title={name}>
                  <span aria-hidden="true">{index + 1}</span>
                  <span className="office-grid__name">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <UserRow
                key={user.id}
                model={model}
                user={user}
                indicators={indicators}
                selection={selection}
                isAlike={alike.has(user.id)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{text.grid.mean}</th>
              {indicators.map((indicator) => (
                <ColumnSum key={indicator.id} figures={columnOf(model, indicator, users)} />
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <GridPoints model={model} indicators={indicators} users={users} />
    </>
  );
}

/** What a question comes to: the mean, and how many chose each level. */
function ColumnSum({ figures: { mean, counts } }: { readonly figures: ColumnFigures }): ReactElement {
  return (
    <td>
      <strong>{mean}</strong>
      <ul className="office-grid__counts">
        {counts.map((count, level) =>
          // oxlint-disable-next-line react/no-array-index-key -- the index is the level
          count === 0 ? null : <li key={level}>{text.grid.levelCount(level, count)}</li>,
        )}
      </ul>
    </td>
  );
}

interface UserRowProps extends UsersGridProps {
  readonly user: AssessmentSubject;
  readonly isAlike: boolean;
}

function UserRow({ model, user, indicators, selection, isAlike }: UserRowProps): ReactElement {
  const absence = absenceOf(user);
  return (
    <tr className={absence === null ? undefined : 'office-grid__absent'}>
      <th scope="row">
        {subjectName(user)}
        {user.profile === null ? null : <span className="office-grid__profile">{profileLine(user.profile)}</span>}
        {isAlike ? <span className="office-flag">{text.grid.alike}</span> : null}
        {absence === null && user.consent !== true ? <span className="office-flag">{text.grid.noConsent}</span> : null}
        {absence === null ? null : <span className="office-grid__profile">{absence}</span>}
      </th>
      {indicators.map((indicator) => (
        <UserCell key={indicator.id} model={model} indicator={indicator} user={user} selection={selection} />
      ))}
    </tr>
  );
}

/** Below the grid: points, notes and histories of single interviews, which have no room in a cell. */
function GridPoints({
  model,
  indicators,
  users,
}: Omit<UsersGridProps, 'selection'> & { readonly users: readonly AssessmentSubject[] }): ReactElement {
  const places = indicators.flatMap((indicator) => [
    { indicator, place: { indicatorId: indicator.id, subjectId: null }, title: indicator.name },
    ...users.map((user) => ({
      indicator,
      place: { indicatorId: indicator.id, subjectId: user.id },
      title: `${indicator.name}, ${subjectName(user)}`,
    })),
  ]);
  const told = places.filter(
    ({ indicator, place }) =>
      model.pointsAt(place).length > 0 ||
      model.historyAt(place).length > 0 ||
      (place.subjectId !== null && model.evidence.at(indicator.id, place.subjectId).length > 0) ||
      (place.subjectId !== null && model.values.note(indicator.id, place.subjectId) !== null),
  );
  return (
    <>
      {told.map(({ indicator, place, title }) => (
        <div key={title} className="office-answer">
          <h3>{title}</h3>
          <GridNote model={model} indicator={indicator} place={place} />
          {place.subjectId === null ? null : (
            <EvidenceList model={model} pieces={model.evidence.at(indicator.id, place.subjectId)} label={title} />
          )}
          <PlacePoints model={model} place={place} />
          <PlaceHistory model={model} place={place} indicator={indicator} />
        </div>
      ))}
    </>
  );
}

function GridNote({
  model,
  indicator,
  place,
}: {
  readonly model: UnitModel;
  readonly indicator: Indicator;
  readonly place: { readonly subjectId: AssessmentSubject['id'] | null };
}): ReactElement | null {
  const note = place.subjectId === null ? null : model.values.note(indicator.id, place.subjectId);
  return note === null ? null : (
    <p className="office-answer__note">
      <strong>{text.note}:</strong> {note}
    </p>
  );
}
