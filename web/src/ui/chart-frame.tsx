import type { ReactElement, ReactNode } from 'react';

interface ChartFrameProps {
  readonly title: string;
  /** How to read it, source, breaks of the method. */
  readonly note?: ReactNode;
  /** The chart's island; its fallback says where the same figures stand as a table. */
  readonly children: ReactNode;
}

/** A figure with a title and a note, keeping the room of the chart before it arrives. */
export function ChartFrame({ title, note, children }: ChartFrameProps): ReactElement {
  return (
    <figure className="chart-frame">
      <figcaption className="chart-frame__title">{title}</figcaption>
      <div className="chart-frame__canvas">{children}</div>
      {note === undefined ? null : <div className="chart-frame__note">{note}</div>}
    </figure>
  );
}
