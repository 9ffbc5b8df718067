import { placeOfExplanation, type Warning, withExplanation } from '@patuh/shared/checks/explained';
import { UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import type { Explanation } from '@patuh/shared/domain/explanation';

import type { DraftContent } from '../../platform/field-store/field-store.ts';
import type { OpenAssessment } from '../../platform/field-store/open-assessment.ts';

export function keyOfExplanation(warning: Warning): CellKey {
  return { ...placeOfExplanation(warning), field: 'explanations' };
}

/**
 * What the team says at the place of a warning, to this and to others there. Where two wrote without hearing of each other,
 * that is what either says; of two sentences to the same warning it is the one on the screen.
 */
export function saidAt(assessment: OpenAssessment, warning: Warning): readonly Explanation[] {
  const { value, conflict } = assessment.cell(keyOfExplanation(warning));
  const versions = conflict.length > 0 ? conflict : value === undefined ? [] : [value];
  const all = versions.flatMap(({ entry }) => (entry.field === 'explanations' ? entry.value : []));
  return all.filter(({ kind }, i) => all.findIndex((one) => one.kind === kind) === i);
}

/** Says one sentence to each of the warnings, or takes it back with null; resolves once all are kept. */
export async function explain(
  assessment: OpenAssessment,
  warnings: readonly Warning[],
  text: string | null,
): Promise<void> {
  await Promise.all(
    warnings.map(async (warning) => {
      const value = [...withExplanation(saidAt(assessment, warning), warning.kind, text)];
      const key = keyOfExplanation(warning);
      const others = without(assessment.draft(key), warning.kind);
      await assessment.enter(placeOfExplanation(warning), { field: 'explanations', value });
      // What is being typed about something else at the same place goes on being typed.
      if (Object.keys(others).length > 0) assessment.keepDraft(key, others);
    }),
  );
  typing(assessment, warnings).forget();
}

interface Typing {
  readonly text: () => string | undefined;
  readonly keep: (text: string) => void;
  readonly forget: () => void;
}

/** A sentence that is typed and not kept yet: to one warning at its place, to several at the unit. */
export function typing(assessment: Pick<OpenAssessment, 'draft' | 'keepDraft'>, warnings: readonly Warning[]): Typing {
  const [first] = warnings;
  const isOne = warnings.length === 1 && first !== undefined;
  const key: CellKey = isOne
    ? keyOfExplanation(first)
    : { indicatorId: null, subjectId: UNIT_SUBJECT, field: 'explanations' };
  const name = isOne ? first.kind : `all ${first?.kind ?? ''} ${first?.evidenceKind ?? ''}`;
  return {
    text: () => assessment.draft(key)?.[name],
    keep: (text) => assessment.keepDraft(key, { ...assessment.draft(key), [name]: text }),
    forget: () => {
      const draft = assessment.draft(key);
      if (draft?.[name] === undefined) return;
      const others = without(draft, name);
      assessment.keepDraft(key, Object.keys(others).length > 0 ? others : null);
    },
  };
}

function without(draft: DraftContent | undefined, name: string): DraftContent {
  return Object.fromEntries(Object.entries(draft ?? {}).filter(([other]) => other !== name));
}
