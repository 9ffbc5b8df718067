import { type ChangeEvent, type ReactElement, type ReactNode, useRef } from 'react';

import { remembered, useRemembered } from '../../platform/remembered.ts';
import { fieldInterviewText } from '../../text/id/field-interview.ts';
import { bringIntoView } from './bring-into-view.ts';
import { nextOpenStep, openStepOf } from './next-step.ts';

/** `off` where somebody wants the page to stay where it is after a tap. */
const goesOn = remembered('interview-goes-on');

/**
 * Around the steps of an interview: the first answer that is tapped brings the next open step into view. Who mends an
 * answer stays where they are, and so does whoever works by keyboard: their focus is moved by their keys alone.
 */
export function AdvanceOnTap({ children }: { readonly children: ReactNode }): ReactElement {
  const byPointer = useRef(false);
  const isOff = useRemembered(goesOn) === 'off';
  const goOn = ({ currentTarget, target }: ChangeEvent<HTMLDivElement>): void => {
    if (isOff || !byPointer.current || !isAnswer(target)) return;
    const step = openStepOf(target);
    const next = step === undefined ? undefined : nextOpenStep(currentTarget, step);
    // Once the answer is drawn, which may move what stands below it.
    if (next !== undefined) requestAnimationFrame(() => bringIntoView(next, currentTarget));
  };
  return (
    <div
      className="interview"
      onPointerDownCapture={() => {
        byPointer.current = true;
      }}
      onKeyDownCapture={() => {
        byPointer.current = false;
      }}
      onChange={goOn}
    >
      {children}
    </div>
  );
}

export function AdvanceSwitch(): ReactElement {
  const isOff = useRemembered(goesOn) === 'off';
  return (
    <label className="check interview-switch">
      <input
        type="checkbox"
        checked={!isOff}
        onChange={({ target }) => goesOn.keep(target.checked ? undefined : 'off')}
      />
      <span>{fieldInterviewText.goesOn}</span>
    </label>
  );
}

/** “Tidak berlaku” is an answer only with its reason. */
function isAnswer(target: EventTarget): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'radio' && target.value !== 'not-applicable';
}
