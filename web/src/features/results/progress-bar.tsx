import type { GovernmentResult } from '@patuh/shared/contracts/results';
import type { ReactElement } from 'react';

/** How many units are done, in words and as a bar. */
export function ProgressBar({
  progress: { units, final, notAssessed },
  label,
}: {
  readonly progress: GovernmentResult['progress'];
  readonly label: string;
}): ReactElement {
  return (
    <p className="result-progress">
      <strong>{label}</strong>
      <progress aria-label={label} max={units} value={final + notAssessed} />
    </p>
  );
}
