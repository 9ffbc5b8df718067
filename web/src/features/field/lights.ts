import type { FilesAt } from '../../platform/field-store/files-standing.ts';

/** Where the data of one unit is: on this device, at the server, its photos. Every light is a word and a shape. */

/** What a device knows about the answers of one unit, or of all of them together. Moments in milliseconds. */
export interface Standing {
  /** Own answers that the server has not taken, and since when the oldest of them waits. */
  readonly waiting: number;
  readonly waitingSince: number | undefined;
  /** Own answers on the screen and nowhere else, because the device could not keep them: it is full, or broken. */
  readonly unkept: number;
  /** Own answers that the server looked at and did not take. */
  readonly refused: number;
  /** In how many places of this device they are kept. */
  readonly copies: Copies;
  /** Files of colleagues that wait for a network. */
  readonly carried: number;
  /** Whether what the server says it holds is what this device shows; undefined while it was never compared. */
  readonly receiptFits: boolean | undefined;
  /** When this device and the server last exchanged everything. */
  readonly exchangedAt: number | undefined;
  /** Photos and documents that the evidence names. */
  readonly files: FilesAt;
}

export type Copies = 0 | 1 | 2;

export interface Lights {
  readonly device: DeviceLight;
  readonly answers: AnswersLight;
  readonly photos: PhotosLight;
}

/** `failing`: something on the screen could not be kept. */
export type DeviceLight = 'two-copies' | 'one-copy' | 'not-kept' | 'failing';

export type AnswersLight =
  | { readonly kind: 'all-there'; readonly at: number }
  | { readonly kind: 'waiting'; readonly count: number; readonly since: number | undefined }
  | { readonly kind: 'refused'; readonly count: number }
  /** Nothing waits, but nobody has said that the server holds the same. */
  | { readonly kind: 'unconfirmed' };

export type PhotosLight =
  | { readonly kind: 'none-yet' | 'all-there' }
  /** On this device only. */
  | { readonly kind: 'waiting'; readonly count: number }
  /** Taken here, and gone before the server had it. */
  | { readonly kind: 'lost'; readonly count: number }
  /** On the phone of a colleague only. */
  | { readonly kind: 'elsewhere'; readonly count: number }
  | { readonly kind: 'refused'; readonly count: number };

export function lightsOf(standing: Standing): Lights {
  const device = standing.unkept > 0 ? 'failing' : DEVICE[standing.copies];
  return { device, answers: answersLight(standing), photos: photosLight(standing.files) };
}

const DEVICE = ['not-kept', 'one-copy', 'two-copies'] as const satisfies readonly DeviceLight[];

/** Green only if nothing waits, nothing was turned away, and the server’s receipt fits: silence proves nothing. */
function answersLight({ waiting, waitingSince, refused, receiptFits, exchangedAt }: Standing): AnswersLight {
  if (waiting > 0) return { kind: 'waiting', count: waiting, since: waitingSince };
  if (refused > 0) return { kind: 'refused', count: refused };
  if (receiptFits !== true || exchangedAt === undefined) return { kind: 'unconfirmed' };
  return { kind: 'all-there', at: exchangedAt };
}

/** Green only if the server has every file that any piece names. */
function photosLight({ named, here, elsewhere, lost, refused }: FilesAt): PhotosLight {
  if (here > 0) return { kind: 'waiting', count: here };
  if (lost > 0) return { kind: 'lost', count: lost };
  if (refused > 0) return { kind: 'refused', count: refused };
  if (elsewhere > 0) return { kind: 'elsewhere', count: elsewhere };
  return { kind: named === 0 ? 'none-yet' : 'all-there' };
}

/** `calm` asks for nothing, `watch` for something before one goes home, `alarm` for something now. */
export type Tone = 'calm' | 'watch' | 'alarm' | 'neutral';

export function toneOfDevice(light: DeviceLight): Tone {
  return light === 'two-copies' ? 'calm' : light === 'one-copy' ? 'watch' : 'alarm';
}

export function toneOfAnswers({ kind }: AnswersLight): Tone {
  return kind === 'all-there' ? 'calm' : kind === 'unconfirmed' ? 'neutral' : 'watch';
}

export function toneOfPhotos({ kind }: PhotosLight): Tone {
  if (kind === 'none-yet') return 'neutral';
  return kind === 'all-there' ? 'calm' : 'watch';
}

/**
 * Why somebody should not leave this unit behind yet; empty when they may go home. `blocking` counts what keeps the unit
 * from being handed in, undefined where that cannot be known without its instrument.
 */
export function beforeGoingHome(standing: Standing, blocking: number | undefined): readonly Reason[] {
  const { device, answers } = lightsOf(standing);
  return [
    ...(device === 'failing' ? [{ kind: 'unkept', count: standing.unkept } as const] : []),
    ...(answers.kind === 'all-there' ? [] : [answers]),
    ...photoReasons(standing.files),
    ...(standing.carried === 0 ? [] : [{ kind: 'carried', count: standing.carried } as const]),
    ...(blocking === 0 ? [] : [{ kind: 'lacking', count: blocking } as const]),
  ];
}

function photoReasons({ here, elsewhere, lost, refused }: FilesAt): readonly Reason[] {
  const reasons = [
    { kind: 'photos-waiting', count: here },
    { kind: 'photos-lost', count: lost },
    { kind: 'photos-refused', count: refused },
    { kind: 'photos-elsewhere', count: elsewhere },
  ] as const;
  return reasons.filter(({ count }) => count > 0);
}

export type Reason =
  | Exclude<AnswersLight, { readonly kind: 'all-there' }>
  | {
      readonly kind: 'unkept' | 'carried' | 'photos-waiting' | 'photos-lost' | 'photos-refused' | 'photos-elsewhere';
      readonly count: number;
    }
  | { readonly kind: 'lacking'; readonly count: number | undefined };
