import type { UnitResult } from '@patuh/shared/contracts/results';
import type { Cell } from '@patuh/shared/domain/change';
import type { Indicator, Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { distributionOf } from '@patuh/shared/scoring/distribution';
import type { MergedUnit } from '@patuh/shared/scoring/outcome';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { usersOf } from '@patuh/shared/sync/progress';
import { type Question, questionnaireOf } from '@patuh/shared/sync/questionnaire';

interface Answered {
  readonly instrument: Instrument;
  readonly unitKind: UnitKind;
  readonly merged: MergedUnit;
  readonly cells: readonly Cell[];
}

type WithoutUsers = Pick<UnitResult, 'merged' | 'subjects' | 'observed' | 'distributions' | 'users'>;

/**
 * What a Sekda office learns of a unit: of everything else each answer, of users nothing but numbers. No note, reason,
 * profile, number or id of a user is taken up, so none can leave.
 */
export function withoutUsers({ instrument, unitKind, merged, cells }: Answered): WithoutUsers {
  const questionnaire = questionnaireOf(instrument, unitKind, cells);
  const { subjects, questions, values } = questionnaire;
  const byUsers = questions.filter(({ indicator }) => indicator.subject === 'user');
  const others = questions.filter(({ indicator }) => indicator.subject !== 'user');
  const ofUsers = indicatorsOf(instrument.tree).filter(({ subject }) => subject === 'user');
  return {
    merged: mergedView(merged, new Set(ofUsers.map(({ id }) => String(id)))),
    subjects: subjects.flatMap(({ id, kind, number, presence, name }) =>
      kind === 'user' ? [] : [{ id, kind, number, presence, name }],
    ),
    observed: others.map(({ indicator, subject, answer }) => ({
      indicatorId: indicator.id,
      subjectId: subject.id,
      level: answer?.kind === 'level' ? answer.level : null,
      notApplicable: answer?.kind === 'not-applicable' ? answer.reason : null,
      note: values.note(indicator.id, subject.id),
    })),
    distributions: ofUsers.map((indicator) => distributionView(indicator, byUsers, countedIn(merged, indicator))),
    users: { ...usersOf(instrument, unitKind, questionnaire), reason: values.fewUsersReason },
  };
}

/** Why users could not answer is what users said. */
function mergedView({ indicators }: MergedUnit, ofUsers: ReadonlySet<string>): WithoutUsers['merged'] {
  return indicators.map((entry): WithoutUsers['merged'][number] => {
    const { indicatorId } = entry;
    if (entry.kind === 'merged') return { indicatorId, value: { kind: 'merged', sum: entry.sum, n: entry.n } };
    const reasons = ofUsers.has(indicatorId) ? [] : [...entry.reasons];
    return { indicatorId, value: { kind: 'not-applicable', reasons } };
  });
}

/** How many users are in the score; none where nobody could answer. */
function countedIn({ indicators }: MergedUnit, { id }: Indicator): number {
  const entry = indicators.find(({ indicatorId }) => indicatorId === id);
  return entry?.kind === 'merged' ? entry.n : 0;
}

/**
 * Of somebody who withdrew after the score was accepted the mean still knows, and the answers no longer: shown together
 * they would tell what that person said, so the answers are not shown.
 */
function distributionView(
  indicator: Indicator,
  byUsers: readonly Question[],
  counted: number,
): WithoutUsers['distributions'][number] {
  const levels = byUsers.flatMap(({ indicator: asked, answer }) =>
    asked.id === indicator.id && answer?.kind === 'level' ? [answer.level] : [],
  );
  const counts = levels.length === counted ? distributionOf(levels, indicator.maximum) : null;
  return { indicatorId: indicator.id, users: levels.length, counts: counts === null ? null : [...counts] };
}
