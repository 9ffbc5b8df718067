import { PROBLEMS } from '@patuh/shared/contracts/problems';

import { NoAnswer, ProblemReply } from '../../../../web/src/platform/call.ts';
import { type SendOne, UploadLost } from '../../../../web/src/platform/evidence/sending.ts';
import type { PhotoFar, UploadStands } from './photo-far.ts';

/** What the network does to one request about a photo. */
export const PHOTO_WEATHER = ['fair', 'request-lost', 'reply-lost', 'login-page', 'busy', 'damaged'] as const;
export type PhotoWeather = (typeof PHOTO_WEATHER)[number];

const PIECE = 40;

/** As tus does it, request by request over that weather; fair afterwards. */
export function photoLine(
  far: PhotoFar,
  weather: readonly PhotoWeather[],
  met: (weather: PhotoWeather) => void,
): SendOne {
  const coming = [...weather];

  /** `ask` is told whether what it sends is damaged on the way. */
  function through(ask: (damaged: boolean) => UploadStands): UploadStands {
    const now = coming.shift() ?? 'fair';
    if (now !== 'fair') met(now);
    if (now === 'request-lost') throw new NoAnswer('offline');
    if (now === 'login-page') throw new NoAnswer('foreign');
    if (now === 'busy') throw problem('too-many-requests');
    const answer = ask(now === 'damaged');
    if (now === 'reply-lost') throw new NoAnswer('offline');
    return answer;
  }

  return async ({ sha256, uploadPath, content }, part) => {
    const bytes = [...new Uint8Array(await content.arrayBuffer())];
    const may = async (): Promise<boolean> => await part.mayGoOn();
    if (!(await may())) return 'paused';
    let stands = uploadPath === null ? undefined : through(() => far.ask(uploadPath));
    if (stands === undefined || stands.kind === 'lost') stands = through(() => far.begin(sha256, bytes.length));
    for (;;) {
      if (stands.kind === 'receipt') return 'arrived';
      if (stands.kind === 'differs') throw problem('file-differs');
      if (stands.kind === 'lost') throw new UploadLost();
      const { path, offset } = stands;
      part.begun(path);
      part.accepted(offset);
      if (!(await may())) return 'paused';
      const piece = bytes.slice(offset, offset + PIECE);
      stands = through((damaged) => far.append(path, offset, damaged ? piece.map((byte) => (byte + 1) % 256) : piece));
    }
  };
}

function problem(code: 'too-many-requests' | 'file-differs'): ProblemReply {
  return new ProblemReply({ type: `urn:patuh:problem:${code}`, code, ...PROBLEMS[code] }, null);
}
