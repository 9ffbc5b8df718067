import type { UnitId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

interface TickAllProps {
  readonly label: string;
  readonly ids: readonly UnitId[];
  readonly chosen: ReadonlySet<UnitId>;
  readonly onChoose: (ids: readonly UnitId[], chosen: boolean) => void;
  /** Where there are many of them, Tab passes them by: the filter and the one above all do the same. */
  readonly isAside?: boolean;
}

/** One box for many: full, empty, or in between. */
export function TickAll({ label, ids, chosen, onChoose, isAside = false }: TickAllProps): ReactElement {
  const count = ids.filter((id) => chosen.has(id)).length;
  const isFull = ids.length > 0 && count === ids.length;
  return (
    <label className="check assignment__all">
      <input
        type="checkbox"
        tabIndex={isAside ? -1 : 0}
        checked={isFull}
        ref={(box) => {
          if (box !== null) box.indeterminate = count > 0 && !isFull;
        }}
        onChange={() => onChoose(ids, !isFull)}
      />
      <span>{label}</span>
    </label>
  );
}
