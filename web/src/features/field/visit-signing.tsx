import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Visit } from '@patuh/shared/domain/visit';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';

import { visitText } from '../../text/id/visit.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { SignatureImage } from '../../ui/signature-image.tsx';
import { useAssessment } from './desk-scope.tsx';
import { useEnter } from './use-enter.ts';
import { SignatureField, type Strokes } from './signature-field.tsx';
import { visitCell, visitIn } from './visit-cell.ts';

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
  const assessment = useAssessment();
  const enter = useEnter(id);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [fault, setFault] = useState<string>();
  const form = useForm({ defaultValues: { post: '' } });
  if (readOnly) return <p>{visitText.paper.unsigned}</p>;
  if (visit.until === null) return <p className="soft">{visitText.faults.ended}</p>;
  const sign = ({ post }: { readonly post: string }): void => {
    const key = visitCell(id);
    const written = visitIn(assessment.cell(key));
    // What is typed above and is no part of the record would not be what was signed.
    const isUnkept = assessment.draft(key) !== undefined;
    setFault(isUnkept ? visitText.faults.unkept : strokes.length === 0 ? visitText.faults.strokes : undefined);
    if (isUnkept || strokes.length === 0 || written === null) return;
    const signature = {
      strokes: strokes.map((stroke) => [...stroke]),
      post: post.trim(),
      at: new Date().toISOString(),
    };
    void enter({ indicatorId: null }, { field: 'visit', value: { ...written, unsignedReason: null, signature } });
  };
  return (
    <form onSubmit={(event) => void form.handleSubmit(sign)(event)} noValidate>
      <p className="soft">{visitText.signHint}</p>
      <SignatureField
        onDraw={(drawn) => {
          setStrokes(drawn);
          setFault(undefined);
        }}
      />
      {fault === undefined ? null : (
        <p className="field__error" role="alert">
          {fault}
        </p>
      )}
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
