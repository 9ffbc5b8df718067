import { useEffect, useState } from 'react';

/** Longer than between the two presses of a hand that trembles or doubles its clicks, and shorter than a look. */
const A_LOOK_MS = 700;

/** How far somebody can have seen the photo that is shown; for a component that is mounted anew for each. */
export interface Look {
  /** It stood here for a moment: whoever presses now does not mean the photo before. */
  readonly isCalm: boolean;
  /** The same, and its picture is on the screen. */
  readonly isSeen: boolean;
  /** The browser could not show it. */
  readonly isMissing: boolean;
  readonly onShown: (isHere: boolean) => void;
}

export function useLook(): Look {
  const [isHere, setHere] = useState<boolean | null>(null);
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), A_LOOK_MS);
    return () => clearTimeout(timer);
  }, []);
  return { isCalm, isSeen: isCalm && isHere === true, isMissing: isHere === false, onShown: setHere };
}
