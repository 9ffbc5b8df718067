// oxlint-disable-next-line import/no-unassigned-import -- it is there for what it does, and has to be first
import './platform/old-browsers.ts';

import { createRoot } from 'react-dom/client';

import { App } from './app/app.tsx';
import { speakIndonesian } from './platform/schema-messages.ts';
import { startSession } from './platform/session.ts';

speakIndonesian();
void startSession();
const place = document.getElementById('app');
if (place !== null) createRoot(place).render(<App />);
