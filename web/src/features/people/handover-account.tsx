import type { Handover } from '@patuh/shared/contracts/handover';
import type { Grant } from '@patuh/shared/domain/actor';
import type { ReactElement } from 'react';

import { useGrantWords } from '../../platform/grant-words.ts';
import { handoverText } from '../../text/id/handover.ts';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sameGrant } from './grant-choices.ts';
import type { Choice } from './handover-model.ts';

const text = handoverText.account;

interface HandoverAccountProps {
  readonly handover: Handover;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** What becomes of the roles and of the account, and since when. */
export function HandoverAccount({ handover, choice, onChange }: HandoverAccountProps): ReactElement {
  const words = useGrantWords();
  const toggle = (grant: Grant): void => {
    const others = choice.taken.filter((one) => !sameGrant(one, grant));
    onChange({ ...choice, taken: others.length < choice.taken.length ? others : [...others, grant] });
  };
  return (
    <section className="section people-form" aria-labelledby="peran-akun">
      <h2 id="peran-akun">{text.title}</h2>
      <TextField
        type="date"
        label={text.lastDay}
        hint={text.lastDayHint}
        value={choice.lastDay}
        max={handover.today}
        required
        onChange={(event) => onChange({ ...choice, lastDay: event.target.value })}
      />
      {handover.grants.map((grant) => (
        <Tick
          key={words(grant)}
          label={text.take(words(grant))}
          checked={choice.taken.some((one) => sameGrant(one, grant))}
          onToggle={() => toggle(grant)}
        />
      ))}
      {handover.mayClose ? (
        <>
          <Tick
            label={text.signOut}
            checked={choice.signOut || choice.close}
            disabled={choice.close}
            onToggle={() => onChange({ ...choice, signOut: !choice.signOut })}
          />
          <Tick
            label={text.close}
            hint={text.closeHint}
            checked={choice.close}
            onToggle={() => onChange({ ...choice, close: !choice.close })}
          />
        </>
      ) : (
        <p className="soft">{text.notYours}</p>
      )}
      <div role="status">
        {handover.mayClose && !choice.close && isWithoutRoles(handover, choice) ? (
          <Notice>
            <p>{text.outOfSight}</p>
          </Notice>
        ) : null}
      </div>
    </section>
  );
}

/** Whoever holds nothing within the scope of the office does not exist for it any more. */
function isWithoutRoles({ grants }: Handover, { taken }: Choice): boolean {
  return grants.every((grant) => taken.some((one) => sameGrant(one, grant)));
}

interface TickProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onToggle: () => void;
}

function Tick({ label, hint, checked, disabled = false, onToggle }: TickProps): ReactElement {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={onToggle} />
      <span>
        {label}
        {hint === undefined ? null : <span className="people-link">{hint}</span>}
      </span>
    </label>
  );
}
