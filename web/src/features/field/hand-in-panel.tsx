import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { fieldSubmitText } from '../../text/id/field-submit.ts';
import { Loading } from '../../ui/loading.tsx';
import { useAssessment, useDesk, useHeader } from './desk-scope.tsx';
import { type HandingIn, handIn, type Refusal } from './hand-in.ts';
import { SilentList } from './silent-list.tsx';
import { type SilentDevice, useTeamDevices } from './team-devices.ts';
import { useProgress } from './use-progress.ts';
import { useStandingAt } from './use-standing.ts';

/** Nothing is missing: names the devices of the team that were not heard from, then hands in. */
export function HandInPanel({
  onRefusal,
}: {
  readonly onRefusal: (refusal: Refusal | undefined) => void;
}): ReactElement {
  const { answered, users } = useProgress();
  const { silent, now, fault, ask } = useTeamDevices();
  const [sureOf, setSureOf] = useState('');
  if (silent === undefined) {
    return (
      <section className="panel ready" aria-labelledby="siap">
        <h2 id="siap">{fieldSubmitText.readyTitle}</h2>
        {fault === null ? <Loading label={fieldSubmitText.silent.asking} /> : null}
        {fault === null ? null : (
          <>
            <FaultNotice fault={fault} onRetry={() => void ask()} />
            <p>{fieldSubmitText.silent.noList}</p>
          </>
        )}
      </section>
    );
  }
  const sure = silent.length === 0 || sureOf === nameOf(silent);
  return (
    <section className="panel ready" aria-labelledby="siap">
      <h2 id="siap">{fieldSubmitText.readyTitle}</h2>
      <p>{fieldSubmitText.ready(answered, users.interviewed)}</p>
      {silent.length === 0 ? null : (
        <SilentList devices={silent} now={now} sure={sure} onSure={(yes) => setSureOf(yes ? nameOf(silent) : '')} />
      )}
      <PhotosToCome />
      <p className="small">{fieldSubmitText.promise}</p>
      <HandInButton
        disabled={!sure}
        lookAgain={async () => {
          const newest = await ask();
          if (newest === undefined) return 'unreachable';
          return newest.length === 0 || nameOf(newest) === sureOf ? 'go' : 'stop';
        }}
        onRefusal={onRefusal}
      />
    </section>
  );
}

/** Photos may follow what is handed in; whose phone still has them is said. */
function PhotosToCome(): ReactElement | null {
  const { here, elsewhere, lost, refused } = useStandingAt(useHeader().id).files;
  if (here + elsewhere + lost + refused === 0) return null;
  const { photos } = fieldSubmitText;
  return (
    <div className="notice notice--caution">
      <p>{photos.mayFollow}</p>
      <ul className="plain-list">
        {here === 0 ? null : <li>{photos.here(here)}</li>}
        {elsewhere === 0 ? null : <li>{photos.elsewhere(elsewhere)}</li>}
        {lost === 0 ? null : <li>{photos.lost(lost)}</li>}
        {refused === 0 ? null : <li>{photos.refused(refused)}</li>}
      </ul>
    </div>
  );
}

/** One list of silent devices; being sure of one says nothing about another. */
function nameOf(silent: readonly SilentDevice[]): string {
  return silent.map(({ device, because }) => `${device.id} ${because}`).join(', ');
}

interface HandInButtonProps {
  readonly disabled: boolean;
  /** Somebody may have gone silent while this page was open. */
  readonly lookAgain: () => Promise<'go' | 'stop' | 'unreachable'>;
  readonly onRefusal: (refusal: Refusal | undefined) => void;
}

function HandInButton({ disabled, lookAgain, onRefusal }: HandInButtonProps): ReactElement {
  const desk = useDesk();
  const assessment = useAssessment();
  const [step, setStep] = useState<HandingIn>();
  const submit = async (): Promise<void> => {
    onRefusal(undefined);
    setStep('sending');
    const found = await lookAgain();
    if (found === 'go') onRefusal(await handIn(desk, assessment, setStep));
    else if (found === 'unreachable') onRefusal({ kind: 'not-sent', waiting: 0 });
    setStep(undefined);
  };
  return (
    <>
      <button type="button" className="button" disabled={disabled || step !== undefined} onClick={() => void submit()}>
        {fieldSubmitText.submit}
      </button>
      <p role="status">{step === undefined ? '' : fieldSubmitText.submitting[step]}</p>
    </>
  );
}
