import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { unitText } from '../../text/id/office-unit.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { AnswerPlace, InterviewsItem } from './desk-items.ts';
import type { GridPlace } from './grid-keys.ts';
import type { CellMarks } from './interview-cell.tsx';
import { InterviewPane } from './interview-pane.tsx';
import { InterviewsGrid } from './interviews-grid.tsx';
import { PlacePoints } from './place-points.tsx';
import type { UnitModel } from './unit-model.ts';
import { WhyLooked } from './why-looked.tsx';

interface InterviewsPaneProps {
  readonly model: UnitModel;
  readonly item: InterviewsItem;
  readonly at: GridPlace;
  readonly onMove: (at: GridPlace) => void;
  readonly marksAt: (place: AnswerPlace) => CellMarks;
}

/** The grid of interviews, and below it what holds for whole questions. */
export function InterviewsPane({ model, item, at, onMove, marksAt }: InterviewsPaneProps): ReactElement {
  const { indicators, users } = item;
  if (users.length === 0) return <EmptyState title={unitText.grid.nobody} />;
  return (
    <>
      <p className="small soft">{deskText.grid.legend}</p>
      <InterviewsGrid model={model} indicators={indicators} users={users} marksAt={marksAt} at={at} onMove={onMove} />
      {indicators.map(({ id }) => (
        <PlacePoints key={id} model={model} place={{ indicatorId: id, subjectId: null }} />
      ))}
      <WhyLooked model={model} item={item} />
    </>
  );
}

/** What stands beside the grid. */
export function InterviewBeside({ model, item, at }: Pick<InterviewsPaneProps, 'model' | 'item' | 'at'>) {
  const user = item.users[at.row];
  if (user === undefined) return null;
  return <InterviewPane model={model} user={user} indicator={item.indicators[at.column - 1]} />;
}
