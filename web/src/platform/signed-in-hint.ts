/**
 * Whether somebody signed in on this device before. No secret and no proof: it only spares a device on which nobody ever
 * did the question for a session that cannot be there. Where it cannot be kept, the question is asked.
 */
const KEY = 'patuh-signed-in';

export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return true;
  }
}

export function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing is asked each time.
  }
}

const OWED = 'patuh-sign-out-owed';

/** Whether somebody left while the server could not be told. */
export function owesSignOut(): boolean {
  try {
    return localStorage.getItem(OWED) !== null;
  } catch {
    return false;
  }
}

export function oweSignOut(owed: boolean): void {
  try {
    if (owed) localStorage.setItem(OWED, '1');
    else localStorage.removeItem(OWED);
  } catch {
    // Without a place to keep it the session ends when its time is over.
  }
}
