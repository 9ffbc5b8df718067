import type { UnitModel } from './unit-model.ts';

/** Of an indicator of the form; nothing where the form does not ask it. */
export function indicatorName({ sections }: Pick<UnitModel, 'sections'>, id: string | null): string {
  return sections.flatMap(({ indicators }) => indicators).find((one) => one.id === id)?.name ?? '';
}
