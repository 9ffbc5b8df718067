import type { AssessmentHeader } from '../../platform/field-store/field-store.ts';

interface Row {
  readonly header: Pick<AssessmentHeader, 'state' | 'unit'>;
}

/** Units of one government stand together: a team visits them on one journey. */
export function inOrderOfWork(a: Row, b: Row): number {
  const [one, other] = [a.header.unit, b.header.unit];
  return (
    order(a) - order(b) ||
    one.government.code.localeCompare(other.government.code) ||
    one.name.localeCompare(other.name, 'id')
  );
}

/** What needs work first: returned, begun, not begun; then what is with others. */
function order({ header }: Row): number {
  return ['returned', 'in-progress', 'assigned', 'submitted', 'verified', 'final', 'not-assessed'].indexOf(
    header.state,
  );
}
