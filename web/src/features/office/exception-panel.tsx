import { allowVerifier, getOfficeAssessment } from '@patuh/shared/contracts/verification';
import type { PersonId } from '@patuh/shared/domain/ids';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { unitText } from '../../text/id/office-unit.ts';
import { SelectField, TextArea } from '../../ui/field.tsx';
import type { UnitModel } from './unit-model.ts';

const text = unitText.exception;
const SHORTEST_REASON = 10;
const DECIDABLE = ['submitted', 'returned', 'verified', 'final'] as const;

/** For the head: whether somebody may verify what they collected, and why it is (not) possible now. */
export function ExceptionPanel({ model }: { readonly model: UnitModel }): ReactElement | null {
  const me = useMe();
  const { mayAllow, verifiers, exceptions, assessment } = model.office;
  if (!mayAllow || !DECIDABLE.some((state) => state === assessment.state)) return null;
  const others = verifiers.filter(({ collected }) => !collected);
  const allowed = new Set(exceptions.map(({ personId }) => personId));
  const candidates = verifiers.filter(
    ({ personId, collected }) => collected && personId !== me.personId && !allowed.has(personId),
  );
  // Where nobody who verifies collected, there is nothing to decide.
  if (verifiers.length > 0 && !verifiers.some(({ collected }) => collected)) return null;
  return (
    <details className="panel office-exception" open={others.length === 0 && allowed.size === 0}>
      <summary>
        <strong>{text.title}</strong>
      </summary>
      <p>{text.body}</p>
      <p>{standing(verifiers.length, others.map(({ name }) => name).join(', '))}</p>
      {verifiers.some(({ personId, collected }) => collected && personId === me.personId) ? (
        <p>{text.notSelf}</p>
      ) : null}
      {others.length === 0 && candidates.length > 0 ? <Allow model={model} candidates={candidates} /> : null}
    </details>
  );
}

function standing(verifiers: number, others: string): string {
  if (verifiers === 0) return text.nobody;
  return others === '' ? text.none : text.other(others);
}

function Allow({
  model,
  candidates,
}: {
  readonly model: UnitModel;
  readonly candidates: readonly { readonly personId: PersonId; readonly name: string }[];
}): ReactElement {
  const [chosen, setChosen] = useState<string>(candidates[0]?.personId ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(allowVerifier, [getOfficeAssessment]);
  const isShort = reason.trim().length < SHORTEST_REASON;
  const person = candidates.find(({ personId }) => personId === chosen) ?? candidates[0];
  const send = (): void => {
    setTried(true);
    if (isShort || person === undefined) return;
    action.mutate({
      params: { assessmentId: model.office.assessment.id },
      body: { personId: person.personId, reason },
    });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <SelectField label={text.choose} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
        {candidates.map(({ personId, name }) => (
          <option key={personId} value={personId}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={text.reason}
        value={reason}
        error={tried && isShort ? unitText.returning.tooShort : undefined}
        maxLength={1_000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <button type="submit" className="button" disabled={action.isPending}>
        {text.button}
      </button>
    </form>
  );
}
