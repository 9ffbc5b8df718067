import { getHandover, type HandedOver, type Handover, handOver } from '@patuh/shared/contracts/handover';
import { getDevices, listPeople, type PersonView } from '@patuh/shared/contracts/people';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { ProblemReply } from '../../platform/call.ts';
import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { handoverText as text } from '../../text/id/handover.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FieldDevices } from './field-devices.tsx';
import { HandoverAccount } from './handover-account.tsx';
import { type Choice, firstChoice, inputOf, mayHoldWork, openCount } from './handover-model.ts';
import { HandoverTeams } from './handover-teams.tsx';
import { HandoverUnits } from './handover-units.tsx';

interface HandoverFormProps {
  readonly person: PersonView;
  readonly province: ProvinceCode;
  readonly onDone: (done: HandedOver) => void;
}

export function HandoverForm({ person, province, onDone }: HandoverFormProps): ReactElement {
  const held = useAnswer(getHandover, { params: { personId: person.id }, query: { province } });
  return (
    <Answer of={held}>
      {(handover) => (
        <Choosing handover={handover} province={province} onDone={onDone} onRenew={() => void held.refetch()} />
      )}
    </Answer>
  );
}

interface ChoosingProps extends Pick<HandoverFormProps, 'province' | 'onDone'> {
  readonly handover: Handover;
  readonly onRenew: () => void;
}

function Choosing({ handover, province, onDone, onRenew }: ChoosingProps): ReactElement {
  const [choice, setChoice] = useState<Choice>(() => firstChoice(handover));
  const [asking, setAsking] = useState(false);
  const action = useAction(handOver, [listPeople, getDevices]);
  const open = openCount(handover, choice);
  const { person, teams, units } = handover;
  const close = (): void => setAsking(false);
  const submit = (): void =>
    action.mutate(
      { params: { personId: person.personId }, body: inputOf(handover, choice, province) },
      { onSuccess: onDone, onError: close },
    );
  return (
    <>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      {isOld(action.error) ? (
        <p>
          <button type="button" className="button button--quiet" onClick={onRenew}>
            {text.renew}
          </button>
        </p>
      ) : null}
      {teams.length + units.length === 0 ? <p>{text.nothing}</p> : null}
      {teams.length === 0 ? null : <HandoverTeams teams={teams} choice={choice} onChange={setChoice} />}
      {units.length === 0 ? null : <HandoverUnits handover={handover} choice={choice} onChange={setChoice} />}
      {handover.fieldDevices.length === 0 ? null : <Unsent handover={handover} />}
      <HandoverAccount handover={handover} choice={choice} onChange={setChoice} />
      <p role="status" className="handover-open">
        {open === 0 ? '' : text.open(open)}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={open > 0 || action.isPending}
          onClick={() => setAsking(true)}
        >
          {action.isPending ? text.submitting : text.submit}
        </button>
      </div>
      <ConfirmDialog
        open={asking}
        title={text.confirm.title(person.name)}
        confirm={text.submit}
        cancel={text.confirm.cancel}
        busy={action.isPending}
        onConfirm={submit}
        onCancel={close}
      >
        <ul>
          {consequences(handover, choice).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  );
}

/** Somebody changed what is held since the screen was drawn: the choices stay, and what is new waits for one. */
function isOld(error: Error | null): boolean {
  return error instanceof ProblemReply && error.problem.code === 'changed-meanwhile';
}

function consequences({ teams, units }: Handover, { taken, signOut, close }: Choice): readonly string[] {
  const { confirm } = text;
  return [
    confirm.teams(teams.length),
    confirm.units(units.length),
    ...(taken.length > 0 ? [confirm.taken(taken.length)] : []),
    ...(signOut || close ? [confirm.signedOut] : []),
    ...(close ? [confirm.closed] : []),
  ];
}

function Unsent({ handover }: { readonly handover: Handover }): ReactElement {
  return (
    <section className="section" aria-labelledby="belum-terkirim">
      <h2 id="belum-terkirim">{text.devices.title}</h2>
      <FieldDevices devices={handover.fieldDevices} />
      {mayHoldWork(handover.fieldDevices) ? (
        <Notice tone="caution">
          <p>{text.devices.waiting}</p>
          <p>
            {text.devices.file}
            <Link href="/kantor/berkas">{text.devices.fileLink}</Link>.
          </p>
        </Notice>
      ) : null}
    </section>
  );
}
