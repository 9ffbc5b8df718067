import type { ReactElement, ReactNode } from 'react';

interface StatTileProps {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Share, total or source: no figure stands without what it is counted over. */
  readonly detail?: ReactNode;
}

/** One figure with its name and what it is counted over. Put several in `<div className="grid">`. */
export function StatTile({ label, value, detail }: StatTileProps): ReactElement {
  return (
    <div className="tile">
      <p className="tile__label">{label}</p>
      <p className="tile__value">{value}</p>
      {detail === undefined ? null : <p className="tile__detail">{detail}</p>}
    </div>
  );
}
