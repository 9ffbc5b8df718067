import { type ProvenPoint, WebAddress } from '@patuh/shared/domain/evidence';
import { type ReactElement, useState } from 'react';
import * as z from 'zod/mini';

import { enterPiece, enterWithFile, newEvidenceId, shrunkPicture } from '../../platform/evidence/keep-evidence.ts';
import { pickFiles } from '../../platform/evidence/pick-files.ts';
import { asOnTheWay } from '../../platform/field-store/on-the-way.ts';
import { useSchemaForm } from '../../platform/form.ts';
import { clockAhead } from '../../platform/server-clock.ts';
import { fieldEvidenceText } from '../../text/id/field-evidence.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { whileNoted } from './camera-note.ts';
import { useAssessment, useDesk } from './desk-scope.tsx';

const text = fieldEvidenceText.web;

const Entered = z.object({ url: WebAddress, note: z.string().check(z.trim(), z.maxLength(500)) });
type Entered = z.infer<typeof Entered>;

interface WebAddressFormProps {
  readonly proves: readonly ProvenPoint[];
  readonly onDone: (said: string | undefined) => void;
}

/** An address at which something is published, or is not; with what it showed, where somebody has a picture of it. */
export function WebAddressForm({ proves, onDone }: WebAddressFormProps): ReactElement {
  const { store } = useDesk();
  const assessment = useAssessment();
  const form = useSchemaForm(Entered, { url: 'https://', note: '' });
  const [picture, setPicture] = useState<File>();
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const choose = async (): Promise<void> => {
    const [file] = await whileNoted(store, proves[0]?.indicatorId, async () => await pickFiles({ accept: 'image/*' }));
    if (file !== undefined) setPicture(file);
  };
  const save = async ({ url, note }: Entered): Promise<void> => {
    setBusy(true);
    const shrunk = picture === undefined ? undefined : await shrunkPicture(picture);
    if (shrunk?.kind === 'refused') {
      setFault(fieldEvidenceText.faults[shrunk.why]);
      return setBusy(false);
    }
    const screenshot =
      shrunk === undefined
        ? null
        : {
            sha256: shrunk.sha256,
            size: shrunk.content.length,
            type: 'image/jpeg' as const,
            originalSha256: shrunk.originalSha256,
          };
    const piece = {
      id: newEvidenceId(),
      value: {
        kind: 'web-address' as const,
        proves: [...proves],
        caption: note === '' ? null : note,
        madeAt: new Date().toISOString(),
        clockAhead: clockAhead(),
        position: null,
        url,
        screenshot,
      },
    };
    if (shrunk === undefined) await enterPiece(assessment, piece);
    else {
      const outcome = await enterWithFile(store, assessment, piece, shrunk);
      if (outcome.kind === 'refused') {
        setFault(fieldEvidenceText.faults[outcome.why]);
        return setBusy(false);
      }
    }
    onDone(fieldEvidenceText.kept(1));
  };
  const { errors } = form.formState;
  return (
    <ModalDialog title={text.title} onCancel={() => onDone(undefined)}>
      <form
        className="form"
        noValidate
        onSubmit={(event) =>
          void form.handleSubmit(async (entered) => await asOnTheWay(async () => await save(entered)))(event)
        }
      >
        <TextField
          label={text.url}
          hint={text.urlHint}
          inputMode="url"
          autoCapitalize="none"
          error={errors.url === undefined ? undefined : text.bad}
          {...form.register('url')}
        />
        <TextArea label={text.note} error={errors.note?.message} {...form.register('note')} />
        <div>
          <button type="button" className="button button--quiet" onClick={() => void choose()}>
            {text.screenshot}
          </button>
          <p className="small" role="status">
            {picture === undefined ? '' : text.screenshotChosen(picture.name)}
          </p>
        </div>
        {fault === '' ? null : (
          <p className="field__error" role="alert">
            {fault}
          </p>
        )}
        <p className="small soft">{text.explain}</p>
        <div className="actions">
          <button type="submit" className="button" disabled={busy}>
            {text.save}
          </button>
          <button type="button" className="button button--quiet" onClick={() => onDone(undefined)}>
            {fieldEvidenceText.cancel}
          </button>
        </div>
      </form>
    </ModalDialog>
  );
}
