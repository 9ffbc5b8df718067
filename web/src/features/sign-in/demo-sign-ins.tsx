import type { DemoSignIn } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';

import { signInText } from '../../text/id/sign-in.ts';

interface DemoSignInsProps {
  readonly signIns: readonly DemoSignIn[];
  readonly onChoose: (chosen: DemoSignIn) => void;
}

/** The invented people of the demo: one press fills the form. */
export function DemoSignIns({ signIns, onChoose }: DemoSignInsProps): ReactElement {
  const [filled, setFilled] = useState('');
  return (
    <section className="demo-sign-ins" aria-labelledby="demo-sign-ins">
      <h2 id="demo-sign-ins">{signInText.demoTitle}</h2>
      <p>{signInText.demoBody}</p>
      <ul className="demo-sign-ins__list">
        {signIns.map((one) => (
          <li key={one.email}>
            <button
              type="button"
              className="demo-sign-ins__card"
              onClick={() => {
                onChoose(one);
                setFilled(signInText.demoFilled(one.name));
              }}
            >
              <strong>{one.role}</strong>
              <span>{one.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="small soft">
        {filled}
      </p>
    </section>
  );
}
