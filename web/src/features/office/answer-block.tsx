import { explanationOf, isWarning } from '@patuh/shared/checks/explained';
import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { findingSentence } from '../../text/id/office-findings.ts';
import { unitText as text } from '../../text/id/office-unit.ts';
import { entryWords } from './entry-words.ts';
import { EvidenceList } from './evidence-list.tsx';
import { Explained } from './explained.tsx';
import { LevelMark } from './level-mark.tsx';
import { PlaceHistory } from './place-history.tsx';
import { PlacePoints } from './place-points.tsx';
import { ReturnTick } from './return-tick.tsx';
import type { Selection } from './selection.ts';
import { absenceOf, subjectName } from './subject-name.ts';
import { levelText, type UnitModel } from './unit-model.ts';

interface AnswerBlockProps {
  readonly model: UnitModel;
  readonly indicator: Indicator;
  readonly subject: AssessmentSubject;
  readonly selection: Selection;
  /** The only subject of its indicator: it needs no heading of its own. */
  readonly isAlone: boolean;
}

/** One answer beside what its level says, with note, remarks, points and history. */
export function AnswerBlock({ model, indicator, subject, selection, isAlone }: AnswerBlockProps): ReactElement {
  const place = { indicatorId: indicator.id, subjectId: subject.id };
  const absence = absenceOf(subject);
  const note = model.values.note(indicator.id, subject.id);
  return (
    <div className={selection.has(place) ? 'office-answer office-answer--ticked' : 'office-answer'}>
      {isAlone ? null : <h4>{subjectName(subject)}</h4>}
      {absence === null ? (
        <Value model={model} indicator={indicator} subject={subject} />
      ) : (
        <p className="soft">{absence}</p>
      )}
      {note === null ? null : (
        <p className="office-answer__note">
          <strong>{text.note}:</strong> {note}
        </p>
      )}
      <EvidenceList
        model={model}
        pieces={model.evidence.at(indicator.id, subject.id)}
        label={isAlone ? indicator.name : `${indicator.name}, ${subjectName(subject)}`}
      />
      <Remarks model={model} indicator={indicator} subject={subject} />
      <PlacePoints model={model} place={place} />
      <PlaceHistory model={model} place={place} indicator={indicator} />
      {absence === null && model.mayVerify ? (
        <ReturnTick
          place={place}
          label={text.tickShort}
          longLabel={text.tick(isAlone ? indicator.name : `${indicator.name}, ${subjectName(subject)}`)}
          selection={selection}
          model={model}
        />
      ) : null}
    </div>
  );
}

type Asked = Pick<AnswerBlockProps, 'model' | 'indicator' | 'subject'>;

function Value({ model, indicator, subject }: Asked): ReactElement {
  const answer = model.values.answer(indicator.id, subject.id);
  if (answer === null) return <p className="office-answer__missing">{text.noAnswer}</p>;
  if (answer.kind === 'not-applicable') {
    return (
      <p>
        <strong>{text.notApplicable}.</strong> {answer.reason}
      </p>
    );
  }
  return (
    <p className="office-answer__value">
      <LevelMark level={answer.level} maximum={indicator.maximum} />
      <span>{levelText(indicator, answer.level, model.office.assessment.unit.kind)}</span>
    </p>
  );
}

/** Conflicts and what the checks found here. */
function Remarks({ model, indicator, subject }: Asked): ReactElement | null {
  const place = { indicatorId: indicator.id, subjectId: subject.id };
  const others = model.othersAt(place);
  const unitKind = model.office.assessment.unit.kind;
  const found = model
    .findingsAt(place)
    .filter(({ kind }) => !['missing-answer', 'conflict-open', 'returned-point-open'].includes(kind));
  if (others.length === 0 && found.length === 0) return null;
  const nameOf = (id: string | null): string =>
    model.sections.flatMap(({ indicators }) => indicators).find((one) => one.id === id)?.name ?? '';
  return (
    <ul className="office-remarks">
      {others.length === 0 ? null : <li>{text.conflict}</li>}
      {others.map(({ changeId, entry, by }) => (
        <li key={changeId}>{text.otherValue(entryWords(entry, { indicator, unitKind }), by)}</li>
      ))}
      {found.map((finding) => (
        <li key={`${finding.kind} ${finding.otherIndicatorId ?? ''}`}>
          {findingSentence(finding, nameOf(finding.otherIndicatorId))}
          {isWarning(finding) ? <Explained by={explanationOf(finding, model.values)} /> : null}
        </li>
      ))}
    </ul>
  );
}
