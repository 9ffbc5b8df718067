import { type DragEvent, type ReactElement, useState } from 'react';

import { officeFilesText as text } from '../../text/id/office-files.ts';
import { Field } from '../../ui/field.tsx';

/** Where files are chosen, or dropped. */
export function FileDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactElement {
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent, now: boolean): void => {
    event.preventDefault();
    setOver(now);
  };
  return (
    <div
      className={over ? 'file-drop file-drop--over' : 'file-drop'}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <Field label={text.choose} hint={text.hint}>
        {(tied) => (
          <input
            {...tied}
            type="file"
            multiple
            onChange={(event) => {
              onFiles([...(event.currentTarget.files ?? [])]);
              // The same file may be chosen again.
              event.currentTarget.value = '';
            }}
          />
        )}
      </Field>
    </div>
  );
}
