// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does, and has to be first
import './platform/old-browsers.ts';

import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { areaOf } from './app/areas.tsx';
import { speakIndonesian } from './platform/schema-messages.ts';
import { startSession } from './platform/session.ts';

speakIndonesian();
void startSession();
// Together with the session, not after it: on a bad line each waits for a whole journey of its own.
void areaOf(window.location.pathname)
  ?.load()
  .catch(() => undefined);
const place = document.getElementById('app');
if (place !== null) createRoot(place).render(<App />);
