/** What is a PIN, and which ones everybody tries first. */
export type PinFault = 'not-six-digits' | 'too-easy';

export function pinFault(pin: string): PinFault | undefined {
  if (!/^\d{6}$/.test(pin)) return 'not-six-digits';
  return isEasy(pin) ? 'too-easy' : undefined;
}

/** One digit, a run up or down, a half or a third said again, or one of those that lists of leaked PINs begin with. */
function isEasy(pin: string): boolean {
  return /^(\d{1,3})\1+$/.test(pin) || isRun(pin) || COMMON.has(pin);
}

function isRun(pin: string): boolean {
  const digits = pin.split('').map(Number);
  const step = (digits[1] ?? 0) - (digits[0] ?? 0);
  const follows = (digit: number, index: number): boolean => (digits[index] ?? 0) + step === digit;
  return [1, -1].includes(step) && digits.slice(1).every(follows);
}

const COMMON = new Set(['112233', '332211', '123321', '159753', '147258', '123654', '170845', '111222', '102030']);
