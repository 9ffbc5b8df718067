import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { unitText } from '../../text/id/office-unit.ts';
import type { DeskItem, PlaceItem } from './desk-items.ts';
import { LevelMark } from './level-mark.tsx';
import { subjectName } from './subject-name.ts';
import type { UnitModel } from './unit-model.ts';

const text = deskText.otherAnswers;

interface OtherAnswersProps {
  readonly model: UnitModel;
  readonly item: PlaceItem;
  /** Everything of the unit. */
  readonly items: readonly DeskItem[];
  readonly onOpen: (item: DeskItem) => void;
}

/** The same question at every product or officer, side by side; each of them is one press away. */
export function OtherAnswers({ model, item, items, onOpen }: OtherAnswersProps): ReactElement | null {
  const same = items.filter(
    (other): other is PlaceItem => other.kind === 'place' && other.indicator.id === item.indicator.id,
  );
  if (same.length < 2) return null;
  return (
    <div className="table-scroll desk-others">
      <table className="table">
        <caption>{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.subject}</th>
            <th scope="col">{text.level}</th>
            <th scope="col" className="cell--number">
              {text.evidence}
            </th>
            <th scope="col">{text.standing}</th>
          </tr>
        </thead>
        <tbody>
          {same.map((other) => (
            <Row key={other.key} model={model} item={other} isHere={other.key === item.key} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  model,
  item,
  isHere,
  onOpen,
}: Pick<OtherAnswersProps, 'model' | 'item' | 'onOpen'> & { readonly isHere: boolean }): ReactElement {
  const { indicator, subject, standing } = item;
  const answer = model.values.answer(indicator.id, subject.id);
  const note = model.values.note(indicator.id, subject.id);
  return (
    <tr aria-current={isHere ? 'true' : undefined}>
      <th scope="row">
        {isHere ? (
          `${subjectName(subject)} (${text.here})`
        ) : (
          <button type="button" className="office-reason__template" onClick={() => onOpen(item)}>
            {subjectName(subject)}
          </button>
        )}
        {note === null ? null : <span className="small soft desk-others__note">{note}</span>}
      </th>
      <td>
        {answer === null ? unitText.noAnswer : null}
        {answer?.kind === 'not-applicable' ? unitText.notApplicable : null}
        {answer?.kind === 'level' ? <LevelMark level={answer.level} maximum={indicator.maximum} /> : null}
      </td>
      <td className="cell--number">{model.evidence.at(indicator.id, subject.id).length}</td>
      <td>{deskText.marks[standing]}</td>
    </tr>
  );
}
