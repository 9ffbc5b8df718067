import { indicatorName } from './indicator-name.ts';
import { subjectName } from './subject-name.ts';
import type { Place, UnitModel } from './unit-model.ts';

/** “Biaya/tarif, Produk layanan 2”. */
export function placeName(model: Pick<UnitModel, 'sections' | 'subjects'>, { indicatorId, subjectId }: Place): string {
  const subject = model.subjects.find(({ id }) => id === subjectId);
  const name = indicatorName(model, indicatorId) || indicatorId;
  return subject === undefined || subject.kind === 'unit' ? name : `${name}, ${subjectName(subject)}`;
}
