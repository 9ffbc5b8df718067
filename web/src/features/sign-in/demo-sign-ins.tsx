import type { DemoSignIn } from '@patuh/shared/contracts/sign-in';
import { type ReactElement, useState } from 'react';

import { signInText } from '../../text/id/sign-in.ts';

interface DemoSignInsProps {
  readonly signIns: readonly DemoSignIn[];
  readonly onChoose: (chosen: DemoSignIn) => void;
}

/** The invented people of the demo, one of each role at hand: one press fills the form. */
export function DemoSignIns({ signIns, onChoose }: DemoSignInsProps): ReactElement {
  const [filled, setFilled] = useState('');
  const choose = (one: DemoSignIn): void => {
    onChoose(one);
    setFilled(signInText.demoFilled(one.name));
  };
  const [first, others] = firstOfEachRole(signIns);
  return (
    <section className="demo-sign-ins" aria-labelledby="demo-sign-ins">
      <h2 id="demo-sign-ins">{signInText.demoTitle}</h2>
      <p>{signInText.demoBody}</p>
      <Cards signIns={first} onChoose={choose} />
      {others.length === 0 ? null : (
        <details>
          <summary>{signInText.demoOthers(others.length)}</summary>
          <Cards signIns={others} onChoose={choose} />
        </details>
      )}
      <p role="status" className="small soft">
        {filled}
      </p>
    </section>
  );
}

function Cards({ signIns, onChoose }: DemoSignInsProps): ReactElement {
  return (
    <ul className="demo-sign-ins__list">
      {signIns.map((one) => (
        <li key={one.email}>
          <button type="button" className="demo-sign-ins__card" onClick={() => onChoose(one)}>
            <strong>{one.role}</strong>
            <span>{one.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function firstOfEachRole(signIns: readonly DemoSignIn[]): readonly [readonly DemoSignIn[], readonly DemoSignIn[]] {
  const first = [...Map.groupBy(signIns, ({ kind }) => kind).values()].flatMap((of) => of.slice(0, 1));
  return [first, signIns.filter((one) => !first.includes(one))];
}
