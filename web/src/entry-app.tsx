// The first of all: what it adds for old browsers is used by the others as they load.
import { runsTheField } from './platform/old-browsers.ts';

import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { areaOf } from './app/areas.tsx';
import { keepAppCurrent } from './platform/app-update/app-update.ts';
import { speakIndonesian } from './platform/schema-messages.ts';
import { startSession } from './platform/session.ts';

speakIndonesian();
void startSession();
if (runsTheField && window.location.pathname.startsWith('/lapangan')) keepAppCurrent();
// Together with the session, not after it: on a bad line each waits for a whole journey of its own.
void areaOf(window.location.pathname)
  ?.load()
  .catch(() => undefined);
const place = document.getElementById('app');
if (place !== null) createRoot(place).render(<App />);
