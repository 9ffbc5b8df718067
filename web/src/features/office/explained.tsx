import type { ReactElement } from 'react';

import { officeEvidenceText as text } from '../../text/id/office-evidence.ts';

/** What the team says to a warning. */
export function Explained({ by }: { readonly by: string | null }): ReactElement {
  return (
    <span className="office-explained">
      {by === null ? (
        text.noExplanation
      ) : (
        <>
          <strong>{text.explanation}:</strong> {by}
        </>
      )}
    </span>
  );
}
