import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import { type GridPlace, gridMove } from './grid-keys.ts';
import { type CellMarks, InterviewCell } from './interview-cell.tsx';
import { oddAt, OddFlag } from './odd-interview.tsx';
import { absenceOf, profileLine, subjectName } from './subject-name.ts';
import type { AnswerPlace } from './desk-items.ts';
import type { UnitModel } from './unit-model.ts';
import { type ColumnFigures, columnOf } from './users-figures.ts';

interface InterviewsGridProps {
  readonly model: UnitModel;
  readonly indicators: readonly Indicator[];
  readonly users: readonly AssessmentSubject[];
  readonly marksAt: (place: AnswerPlace) => CellMarks;
  readonly at: GridPlace;
  readonly onMove: (at: GridPlace) => void;
}

/** Every interview in one table: users × questions. One stop for Tab, inside it the arrows; it scrolls in its own frame. */
export function InterviewsGrid(grid: InterviewsGridProps): ReactElement {
  const { model, indicators, users, at, onMove } = grid;
  const table = useRef<HTMLTableElement>(null);
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const size = { rows: users.length, columns: indicators.length + 1 };
    const next = gridMove(at, event.key, size, event.ctrlKey);
    if (next === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };
  return (
    <div className="office-grid desk-grid">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- one stop for Tab, the arrows inside, as WAI-ARIA has it for grids */}
      <table ref={table} role="grid" aria-label={text.grid.caption} onKeyDown={press}>
        <thead>
          <tr>
            <th scope="col">{text.grid.user}</th>
            {indicators.map(({ id, name }) => (
              <th key={id} scope="col">
                <span className="office-grid__name">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {users.map((user, row) => (
            <UserRow key={user.id} {...grid} user={user} row={row} onMove={onMove} />
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
  );
}

interface UserRowProps extends InterviewsGridProps {
  readonly user: AssessmentSubject;
  readonly row: number;
}

function UserRow({ model, user, row, indicators, marksAt, at, onMove }: UserRowProps): ReactElement {
  const absence = absenceOf(user);
  const odd = oddAt(model, user.id);
  const stop = (column: number) => ({
    'data-cell': `${row} ${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onFocus: () => onMove({ row, column }),
  });
  const className = [absence === null ? '' : 'office-grid__absent', odd === undefined ? '' : 'desk-grid__odd'].join(
    ' ',
  );
  return (
    <tr className={className.trim() || undefined}>
      <th scope="row" {...stop(0)}>
        {subjectName(user)}
        {user.profile === null ? null : <span className="office-grid__profile">{profileLine(user.profile)}</span>}
        {odd === undefined ? null : <OddFlag odd={odd} />}
        {absence === null && user.consent !== true ? <span className="office-flag">{text.grid.noConsent}</span> : null}
        {absence === null ? null : <span className="office-grid__profile">{absence}</span>}
      </th>
      {indicators.map((indicator, index) => (
        <td key={indicator.id} {...stop(index + 1)}>
          <InterviewCell
            model={model}
            indicator={indicator}
            user={user}
            marks={marksAt({ indicatorId: indicator.id, subjectId: user.id })}
          />
        </td>
      ))}
    </tr>
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
