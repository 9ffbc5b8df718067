import type { FieldDesk } from '../field-store/field-desk.ts';
import { currentSession, onSession } from '../session.ts';
import { isFresh } from '../vault/resume-lock.ts';
import { atWork, setAtWork } from './at-work.ts';
import { onTabs, tellTabs } from './tabs.ts';
import { here, lookHere } from './who-is-here.ts';

/** Milliseconds in which what is on the screen writes down what was half typed. */
const LAST_WORDS = 1_000;
/** How often the use of the phone is written down. */
const NOTED = 30_000;

/** Puts the open store out of reach, here and in the other tabs, until the PIN is given. */
export async function lock(): Promise<void> {
  tellTabs({ kind: 'locked' });
  leave();
  await here.endResume();
}

/** Takes the store off this page: the screens go first, and write down what was half typed as they go. */
function leave(): void {
  const left = atWork();
  if (left === undefined) return;
  setAtWork(undefined);
  left.desk.loop.pause();
  if (left.lock !== undefined) setTimeout(() => closeOnceKept(left.desk), LAST_WORDS);
}

/** What the device could not keep is tried on while the page lives; its person finds it again behind the PIN. */
function closeOnceKept(desk: FieldDesk): void {
  const end = desk.subscribe(look);
  function look(): void {
    const isBack = atWork()?.desk === desk;
    if (!isBack && desk.state().journal.unkept > 0) return;
    end();
    if (!isBack) void desk.close();
  }
  look();
}

let lastUse = Date.now();
let noted = 0;

function used(): void {
  lastUse = Date.now();
  if (lastUse - noted >= NOTED || lastUse < noted) note();
}

function note(): void {
  const person = atWork()?.person;
  if (person === undefined) return;
  noted = Date.now();
  // What cannot be written down costs a PIN, nothing else.
  void here.touch(person.personId).catch(() => undefined);
}

function seenAgain(): void {
  if (document.visibilityState === 'hidden') note();
  // The same rule as for a browser that was killed meanwhile.
  else if (atWork()?.lock !== undefined && !isFresh({ usedAt: lastUse }, Date.now())) void lock();
}

/** Whoever left on purpose, and whoever makes room for somebody else by signing in, leaves no open store behind. */
function sessionChanged(): void {
  const working = atWork();
  const session = currentSession();
  if (working === undefined) return;
  if (session.kind === 'signed-out' && session.why === 'left') void lock();
  if (session.kind !== 'signed-in') return;
  if (session.me.personId === working.person.personId) working.desk.loop.wake('back');
  else if (session.arrived || working.lock === undefined) void lock();
}

let watching = false;

/** Once per page. */
export function watchForLeaving(): void {
  if (watching) return;
  watching = true;
  onSession(sessionChanged);
  onTabs((message) => {
    if (message.kind === 'at-work' && message.personId === atWork()?.person.personId) return;
    if (message.kind !== 'people') leave();
    void lookHere();
  });
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, used, { passive: true });
  document.addEventListener('visibilitychange', seenAgain);
}
