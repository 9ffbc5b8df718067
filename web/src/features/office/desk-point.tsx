import type { ReactElement, ReactNode, RefObject } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import type { DeskItem } from './desk-items.ts';
import type { GridPlace } from './grid-keys.ts';
import { InterviewBeside, InterviewsPane } from './interviews-pane.tsx';
import { itemName } from './item-name.ts';
import { OtherAnswers } from './other-answers.tsx';
import { PhotoViewer, type Viewing } from './photo-viewer.tsx';
import { PlacePane } from './place-pane.tsx';
import { SectionPane } from './section-pane.tsx';
import { tallyOf } from './section-tally.ts';
import { placeKey, type UnitModel } from './unit-model.ts';
import type { DeskState } from './use-desk.ts';
import { type DeskDoings, marksIn, positionOf } from './use-desk-acts.ts';

export interface PointProps {
  readonly model: UnitModel;
  readonly desk: DeskState;
  readonly doings: DeskDoings;
  readonly chosen: DeskItem;
  /** In a grid of interviews. */
  readonly cell: GridPlace;
  readonly onCell: (at: GridPlace) => void;
}

interface DeskPointProps extends PointProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** What stands right below the name. */
  readonly panels: ReactNode;
}

/** The one thing that is looked at now. */
export function DeskPoint(point: DeskPointProps): ReactElement {
  const { desk, chosen, heading, panels } = point;
  const kind = chosen.kind === 'interviews' ? 'desk-point desk-point--wide' : 'desk-point';
  return (
    <section className={kind} aria-labelledby="desk-point">
      <p className="small soft desk-point__where">
        {positionOf(desk.required, chosen)} · {[...chosen.section.above, chosen.section.name].join(' › ')}
      </p>
      <h2 id="desk-point" ref={heading} tabIndex={-1}>
        {itemName(chosen)}
      </h2>
      {panels}
      <PointBody {...point} />
    </section>
  );
}

function PointBody({ model, desk, doings, chosen, cell, onCell }: PointProps): ReactElement {
  const { sending } = desk.accepting;
  switch (chosen.kind) {
    case 'place':
      return (
        <PlacePane
          key={chosen.key}
          model={model}
          item={chosen}
          others={<OtherAnswers model={model} item={chosen} items={desk.items} onOpen={doings.goTo} />}
        />
      );
    case 'interviews': {
      const required = new Set(chosen.required.map(placeKey));
      return (
        <InterviewsPane
          model={model}
          item={chosen}
          at={cell}
          onMove={onCell}
          marksAt={(place) => ({
            isRequired: required.has(placeKey(place)),
            isSending: sending.has(placeKey(place)),
            isMarked: desk.returns.isMarked(place),
          })}
        />
      );
    }
    case 'section':
      return (
        <SectionPane
          model={model}
          item={chosen}
          tally={tallyOf(model, chosen.section, sending)}
          hasMarks={marksIn(desk, chosen)}
          fault={doings.section.asking ? null : doings.section.fault}
        />
      );
    default:
      return chosen satisfies never;
  }
}

/** Beside it: its evidence, or the interview whose cell has the focus. */
export function DeskBeside({
  model,
  chosen,
  cell,
  viewing,
}: Pick<PointProps, 'model' | 'chosen' | 'cell'> & { readonly viewing: Viewing }): ReactElement | null {
  switch (chosen.kind) {
    case 'place':
      return viewing.pieces.length === 0 ? (
        <p className="desk-viewer soft">{deskText.noEvidence}</p>
      ) : (
        <PhotoViewer model={model} viewing={viewing} label={itemName(chosen)} />
      );
    case 'interviews':
      return <InterviewBeside model={model} item={chosen} at={cell} />;
    case 'section':
      return null;
    default:
      return chosen satisfies never;
  }
}
