import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

import { Answer } from '../../platform/query.tsx';
import { clearancesText as text } from '../../text/id/clearances.ts';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { useUnitPhotos } from './blur-page.tsx';
import { BlurWork } from './blur-work.tsx';

interface BlurDialogProps {
  readonly assessmentId: AssessmentId;
  /** Hash of the photo that is looked at. */
  readonly first: string;
  readonly onClose: () => void;
}

/** The same over the desk, from the photo one looks at; whoever closes it is where they were. */
export function BlurDialog({ assessmentId, first, onClose }: BlurDialogProps): ReactElement {
  const photos = useUnitPhotos(assessmentId);
  return (
    <ModalDialog title={text.open} onCancel={onClose}>
      <Answer of={photos}>{(unit) => <BlurWork assessmentId={assessmentId} unit={unit} first={first} />}</Answer>
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {text.close}
        </button>
      </div>
    </ModalDialog>
  );
}
