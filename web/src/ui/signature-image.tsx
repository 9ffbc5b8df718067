import type { ReactElement } from 'react';

/** A signature as it was drawn, on a field of 600 × 200. */
export function SignatureImage({
  strokes,
  label,
}: {
  readonly strokes: readonly (readonly number[])[];
  readonly label: string;
}): ReactElement {
  return (
    <svg className="signature__image" viewBox="0 0 600 200" role="img" aria-label={label}>
      <path d={strokes.map(pathOf).join(' ')} fill="none" stroke="currentColor" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

function pathOf(stroke: readonly number[]): string {
  const points = Array.from({ length: Math.floor(stroke.length / 2) }, (_, index) =>
    stroke.slice(index * 2, index * 2 + 2),
  );
  // A dot is a line to where it is.
  const drawn = points.length === 1 ? [...points, ...points] : points;
  return drawn.map(([x = 0, y = 0], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}
