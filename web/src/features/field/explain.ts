import { placeOfExplanation, type Warning, withExplanation } from '@patuh/shared/checks/explained';
import type { CellKey } from '@patuh/shared/domain/change';
import type { Explanation } from '@patuh/shared/domain/explanation';

import type { OpenAssessment } from '../../platform/field-store/open-assessment.ts';

export function keyOfExplanation(warning: Warning): CellKey {
  return { ...placeOfExplanation(warning), field: 'explanations' };
}

/** What the team says at the place of a warning, to this and to others there. */
export function saidAt(assessment: OpenAssessment, warning: Warning): readonly Explanation[] {
  const entry = assessment.cell(keyOfExplanation(warning)).value?.entry;
  return entry?.field === 'explanations' ? entry.value : [];
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
      await assessment.enter(placeOfExplanation(warning), { field: 'explanations', value });
    }),
  );
}
