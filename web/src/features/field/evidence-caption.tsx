import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import { type ReactElement, useEffect, useRef, useState } from 'react';

import { fieldEvidenceText as text } from '../../text/id/field-evidence.ts';
import { TextArea } from '../../ui/field.tsx';
import { useAssessment } from './desk-scope.tsx';

interface EvidenceCaptionProps {
  readonly id: SubjectId;
  readonly caption: string | null;
  readonly readOnly: boolean;
  readonly onSave: (caption: string | null) => void;
}

/** What a piece shows, in words: kept when its author leaves it, by whatever way; until then it is a draft. */
export function EvidenceCaption({ id, caption, readOnly, onSave }: EvidenceCaptionProps): ReactElement | null {
  const assessment = useAssessment();
  const key: CellKey = { indicatorId: null, subjectId: id, field: 'evidence' };
  /** Undefined: nobody writes here, so what a colleague writes appears. */
  const [typed, setTyped] = useState(() => assessment.draft(key)?.['caption']);
  const [said, setSaid] = useState('');
  const save = (): void => {
    const draft = assessment.draft(key)?.['caption'];
    if (draft === undefined || readOnly) return;
    onSave(draft.trim() === '' ? null : draft.trim());
    // It says what was kept before, or the piece was taken back.
    if (assessment.draft(key) !== undefined) assessment.keepDraft(key, null);
    setSaid(text.captionKept);
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => () => latest.current(), []);
  if (readOnly) return caption === null ? null : <p>{caption}</p>;
  return (
    <div>
      <TextArea
        label={text.caption}
        hint={text.captionHint}
        rows={2}
        maxLength={500}
        value={typed ?? caption ?? ''}
        onChange={({ target }) => {
          setTyped(target.value);
          assessment.keepDraft(key, { caption: target.value });
        }}
        onBlur={save}
      />
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
}
