import type { ServedFile } from '@patuh/shared/contracts/evidence';
import type { ReactElement } from 'react';

/** Where the server did not say: the shape of most photos. */
const USUAL = { width: 1600, height: 1200 };

interface TurnedPhotoProps {
  readonly file: ServedFile;
  readonly label: string;
  /** Times the size of its frame. */
  readonly zoom: number;
  /** Quarters of a circle, clockwise. */
  readonly turns: number;
}

/** A photo in a drawing, because a drawing that is turned takes the room of a turned photo. */
export function TurnedPhoto({ file, label, zoom, turns }: TurnedPhotoProps): ReactElement {
  const width = file.width ?? USUAL.width;
  const height = file.height ?? USUAL.height;
  const isLying = turns % 2 === 0;
  const box = isLying ? `0 0 ${width} ${height}` : `0 0 ${height} ${width}`;
  const shift = [`0 0`, `${height} 0`, `${width} ${height}`, `0 ${width}`][turns] ?? '0 0';
  const size = `${Math.round(zoom * 100)}%`;
  return (
    <svg className="office-photo__picture" width={size} height={size} viewBox={box} role="img" aria-label={label}>
      <image href={file.url} width={width} height={height} transform={`translate(${shift}) rotate(${turns * 90})`} />
    </svg>
  );
}
