import { listReleases, prepareRelease, PrepareReleaseInput, type ReleaseScope } from '@patuh/shared/contracts/releases';
import type { ReactElement } from 'react';
import { useLocation } from 'wouter';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { serverFieldErrors, useSchemaForm } from '../../platform/form.ts';
import { useAction } from '../../platform/query.tsx';
import { releasesText as text } from '../../text/id/releases.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { previewAddress } from './scope.ts';

/** What the first of two people says: the decree, and for a correction the reason. */
export function PrepareForm({ scope }: { readonly scope: ReleaseScope }): ReactElement {
  const { periodId, province, published } = scope;
  const [, goTo] = useLocation();
  const action = useAction(prepareRelease, [listReleases]);
  const form = useSchemaForm(PrepareReleaseInput, {
    periodId,
    province: province.code,
    decree: { number: '', date: '' },
    correction: published === null ? null : { replaces: published.id, reason: '' },
  });
  const { errors } = form.formState;
  const refused = serverFieldErrors(action.error);
  const prepare = form.handleSubmit((body) =>
    action.mutate({ body }, { onSuccess: (release) => goTo(previewAddress(release)) }),
  );
  return (
    <section className="section" aria-labelledby="siapkan">
      <h2 id="siapkan">{published === null ? text.prepareTitle : text.prepareCorrectionTitle}</h2>
      <p>{text.prepareWho}</p>
      <p>{text.prepareFixed}</p>
      <form className="form" noValidate onSubmit={(event) => void prepare(event)}>
        <TextField
          label={text.decreeNumber}
          hint={text.decreeNumberHint}
          maxLength={80}
          {...form.register('decree.number')}
          error={errors.decree?.number?.message ?? refused.get('decree.number')}
        />
        <TextField
          type="date"
          label={text.decreeDate}
          hint={text.decreeDateHint}
          {...form.register('decree.date')}
          error={errors.decree?.date?.message ?? refused.get('decree.date')}
        />
        {published === null ? null : (
          <>
            <p>{text.corrects(published.id)}</p>
            <TextArea
              label={text.reason}
              hint={text.reasonHint}
              maxLength={1_000}
              {...form.register('correction.reason')}
              error={errors.correction?.reason?.message}
            />
          </>
        )}
        {action.error === null ? null : <FaultNotice fault={action.error} />}
        <div className="actions">
          <button type="submit" className="button" disabled={action.isPending}>
            {action.isPending ? text.preparing : text.prepare}
          </button>
        </div>
      </form>
    </section>
  );
}
