import type { Ending } from '../../platform/field-store/exchange.ts';
import type { Sending } from '../../platform/field-store/files-desk.ts';
import { type AnswersLight, lightsOf, type Standing, type Tone, toneOfAnswers } from './lights.ts';

/** What the field says about sending and keeping on every screen: how it stands, and what to do. */

interface Situation {
  /** Of all units together. */
  readonly standing: Standing;
  /** How the last exchange with the server ended, and whether another one is under way. */
  readonly ending: Ending | undefined;
  readonly working: boolean;
  /** What of the photos is under way. */
  readonly sendingFile?: Sending | undefined;
}

export interface StatusLine {
  readonly headline: Headline;
  readonly advice: readonly Advice[];
  readonly tone: Tone;
}

export type Headline =
  | AnswersLight
  /** The server answered a moment ago: what was just entered is on its way, and nobody has to do anything. */
  | { readonly kind: 'sending'; readonly count: number }
  | { readonly kind: 'comparing' }
  /** All answers are there, and photos follow them. */
  | { readonly kind: 'photos-waiting'; readonly count: number }
  | ({ readonly kind: 'sending-photos' } & Sending)
  /** On the screen and nowhere else: nothing is more urgent. */
  | { readonly kind: 'unkept'; readonly count: number };

export type Advice =
  | 'make-room'
  | 'keep-open'
  | 'safe'
  | 'photos-safe'
  | 'sign-in'
  | 'refused'
  | 'update'
  | 'busy'
  | 'offline'
  | 'carried';

export function statusLine(situation: Situation): StatusLine {
  const headline = headlineOf(situation);
  return { headline, advice: adviceOf(situation, headline), tone: toneOf(situation, headline) };
}

function headlineOf({ standing, ending, working, sendingFile }: Situation): Headline {
  if (standing.unkept > 0) return { kind: 'unkept', count: standing.unkept };
  const { answers } = lightsOf(standing);
  if (answers.kind === 'waiting' && ending?.kind === 'done') return { kind: 'sending', count: answers.count };
  if (answers.kind === 'unconfirmed' && working) return { kind: 'comparing' };
  if (answers.kind !== 'all-there') return answers;
  if (sendingFile !== undefined) return { kind: 'sending-photos', ...sendingFile };
  const { here } = standing.files;
  return here > 0 ? { kind: 'photos-waiting', count: here } : answers;
}

function adviceOf({ standing, ending, working }: Situation, { kind }: Headline): readonly Advice[] {
  const waits = standing.waiting > 0;
  const fleeting = (waits || standing.files.here > 0) && standing.copies === 0;
  const remedy = remedyOf(ending);
  const trouble = working || waits ? undefined : troubleOf(ending);
  return [
    ...(kind === 'unkept' ? (['make-room'] as const) : []),
    ...(fleeting ? (['keep-open'] as const) : []),
    ...(remedy === undefined ? [] : [remedy]),
    ...(kind === 'waiting' && !fleeting && remedy === undefined ? (['safe'] as const) : []),
    ...(kind === 'photos-waiting' && !fleeting && remedy === undefined ? (['photos-safe'] as const) : []),
    ...(kind === 'refused' ? (['refused'] as const) : []),
    ...(trouble === undefined || remedy !== undefined ? [] : [trouble]),
    ...(standing.carried > 0 ? (['carried'] as const) : []),
  ];
}

/** What only the person can do about it; everything else passes by itself. */
function remedyOf(ending: Ending | undefined): 'sign-in' | 'update' | undefined {
  if (ending?.kind === 'signed-out') return 'sign-in';
  const isOutdated = ending?.kind === 'problem' && ending.code === 'app-too-old';
  return isOutdated || ending?.kind === 'not-understood' ? 'update' : undefined;
}

function troubleOf(ending: Ending | undefined): 'busy' | 'offline' | undefined {
  if (ending?.kind === 'unreachable') return 'offline';
  return ending?.kind === 'problem' ? 'busy' : undefined;
}

function toneOf({ standing }: Situation, headline: Headline): Tone {
  const outstanding = standing.waiting + standing.files.here;
  if (headline.kind === 'unkept' || (outstanding > 0 && standing.copies === 0)) return 'alarm';
  if (headline.kind === 'photos-waiting') return 'watch';
  if (headline.kind === 'sending' || headline.kind === 'sending-photos' || headline.kind === 'comparing') {
    return 'neutral';
  }
  const tone = toneOfAnswers(headline);
  const { elsewhere, lost, refused } = standing.files;
  return tone === 'calm' && standing.carried + elsewhere + lost + refused > 0 ? 'watch' : tone;
}
