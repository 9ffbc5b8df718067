import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Visit } from '@patuh/shared/domain/visit';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';

import { visitText } from '../../text/id/visit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { SignatureImage } from '../../ui/signature-image.tsx';
import { useEnter } from './use-enter.ts';
import { SignatureField, type Strokes } from './signature-field.tsx';

interface VisitSigningProps {
  readonly id: SubjectId;
  readonly visit: Visit;
  readonly readOnly: boolean;
}

/** The unit signs what stands above; from then on it stands, until the signature is taken away. */
export function VisitSigning(props: VisitSigningProps): ReactElement {
  return (
    <section aria-labelledby="tanda-tangan">
      <h2 id="tanda-tangan">{visitText.signing}</h2>
      {props.visit.signature === null ? <ToSign {...props} /> : <Signed {...props} />}
    </section>
  );
}

function ToSign({ id, visit, readOnly }: VisitSigningProps): ReactElement {
  const enter = useEnter(id);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [isMissing, setMissing] = useState(false);
  const form = useForm({ defaultValues: { post: '' } });
  if (readOnly) return <p>{visitText.paper.unsigned}</p>;
  if (visit.until === null) return <p className="soft">{visitText.faults.ended}</p>;
  const sign = ({ post }: { readonly post: string }): void => {
    setMissing(strokes.length === 0);
    if (strokes.length === 0) return;
    const signature = {
      strokes: strokes.map((stroke) => [...stroke]),
      post: post.trim(),
      at: new Date().toISOString(),
    };
    void enter({ indicatorId: null }, { field: 'visit', value: { ...visit, unsignedReason: null, signature } });
  };
  return (
    <form onSubmit={(event) => void form.handleSubmit(sign)(event)} noValidate>
      <p className="soft">{visitText.signHint}</p>
      <SignatureField onDraw={setStrokes} />
      {isMissing && strokes.length === 0 ? (
        <p className="field__error" role="alert">
          {visitText.faults.strokes}
        </p>
      ) : null}
      <TextField
        label={visitText.signerPost}
        error={form.formState.errors.post?.message}
        {...form.register('post', {
          validate: (post) =>
            post.trim() === '' ? visitText.faults.post : post.trim().length <= 200 || visitText.faults.line,
        })}
      />
      <button type="submit" className="button">
        {visitText.sign}
      </button>
    </form>
  );
}

function Signed({ id, visit, readOnly }: VisitSigningProps): ReactElement | null {
  const enter = useEnter(id);
  const [asking, setAsking] = useState(false);
  const { signature } = visit;
  if (signature === null) return null;
  const words = visitText.signedBy(signature.post, formatMoment(signature.at));
  return (
    <>
      <SignatureImage strokes={signature.strokes} label={words} />
      <p>{words}</p>
      {readOnly ? null : (
        <>
          <p className="soft">{visitText.locked}</p>
          <button type="button" className="button button--quiet" onClick={() => setAsking(true)}>
            {visitText.unlock}
          </button>
        </>
      )}
      <ConfirmDialog
        open={asking}
        title={visitText.unlockTitle}
        confirm={visitText.unlockConfirm}
        cancel={visitText.cancel}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void enter({ indicatorId: null }, { field: 'visit', value: { ...visit, signature: null } });
        }}
      >
        <p>{visitText.unlockBody}</p>
      </ConfirmDialog>
    </>
  );
}
