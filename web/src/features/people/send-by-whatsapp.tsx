import { type ReactElement, useState } from 'react';

import { peopleText } from '../../text/id/people.ts';
import { TextField } from '../../ui/field.tsx';
import { internationalNumber, whatsAppLink } from './whatsapp.ts';

const text = peopleText.link;

/** Hands a message to WhatsApp on this device. The number stays here: it is in the address that opens, and nowhere else. */
export function SendByWhatsApp({ message }: { readonly message: string }): ReactElement {
  const [typed, setTyped] = useState('');
  const number = internationalNumber(typed);
  const isWrong = typed.trim() !== '' && number === undefined;
  return (
    <div className="whatsapp">
      <TextField
        label={text.number}
        hint={text.numberHint}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        value={typed}
        {...(isWrong && { error: text.numberWrong })}
        onChange={(event) => setTyped(event.target.value)}
      />
      <a className="button" href={whatsAppLink(message, number)} target="_blank" rel="noreferrer">
        {text.whatsApp}
      </a>
    </div>
  );
}
