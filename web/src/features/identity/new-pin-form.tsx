import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { isHeldElsewhere } from '../../platform/field-store/idb-connect.ts';
import { pinFault } from '../../platform/identity/pin.ts';
import { identityText } from '../../text/id/identity.ts';
import { PinField } from './pin-field.tsx';

interface NewPinFormProps {
  readonly submit: string;
  /** Throws what a call throws. */
  readonly onPin: (pin: string) => Promise<void>;
}

const { first, faults } = identityText;

/** A PIN, twice, and refused with a sentence where everybody would try it. */
export function NewPinForm({ submit, onPin }: NewPinFormProps): ReactElement {
  const [pin, setPin] = useState('');
  const [repeat, setRepeat] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const wrong = pinFault(pin);
  const save = async (): Promise<void> => {
    setAsked(true);
    if (busy || wrong !== undefined || repeat !== pin) return;
    setBusy(true);
    setFault(null);
    try {
      await onPin(pin);
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {fault === null ? null : isHeldElsewhere(fault) ? (
        <p className="notice notice--caution" role="alert">
          {identityText.unlock.heldElsewhere}
        </p>
      ) : (
        <FaultNotice fault={fault} />
      )}
      <PinField
        label={identityText.pin}
        hint={first.hint}
        value={pin}
        onChange={setPin}
        error={asked && wrong !== undefined ? faults[wrong] : undefined}
      />
      <PinField
        label={first.repeat}
        value={repeat}
        onChange={setRepeat}
        error={asked && wrong === undefined && repeat !== pin ? first.differs : undefined}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={busy}>
          {busy ? first.submitting : submit}
        </button>
      </div>
      {busy ? <progress className="pin-progress" aria-label={first.submitting} /> : null}
    </form>
  );
}
