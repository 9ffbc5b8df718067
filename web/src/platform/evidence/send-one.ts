import { RECEIPT_HEADER, UPLOAD_CHUNK, UPLOADS_PATH } from '@patuh/shared/contracts/evidence';
import { DetailedError, type HttpResponse, Upload } from 'tus-js-client';

import { ANSWER_HEADER, NoAnswer, problemIn } from '../call.ts';
import { type SendPart, type SentFile, UploadLost } from './sending.ts';

/** Some networks take a question and never answer. */
const PATIENCE_MS = 90_000;

/** Something else goes first. */
class Pause extends Error {}

/** See `SendOne`. */
export async function sendOne(
  file: SentFile,
  token: string | undefined,
  part: SendPart,
): Promise<'arrived' | 'paused'> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  let upload: Upload | undefined;
  let isReceived = false;
  const sending = new Promise<'arrived' | 'paused'>((resolve, reject) => {
    const ended = (): void => (isReceived ? resolve('arrived') : reject(new NoAnswer('unreadable')));
    const failed = (error: unknown): void => {
      if (isReceived) resolve('arrived');
      else if (causeOf(error) instanceof Pause) resolve('paused');
      else reject(faultOf(error));
    };
    upload = new Upload(file.content, {
      endpoint: UPLOADS_PATH,
      uploadUrl: file.uploadPath,
      metadata: { assessment: file.assessmentId, sha256: file.sha256, type: file.type },
      chunkSize: UPLOAD_CHUNK,
      retryDelays: null,
      storeFingerprintForResuming: false,
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      onBeforeRequest: async () => {
        clearTimeout(patience);
        if (!(await part.mayGoOn())) throw new Pause();
        patience = setTimeout(() => {
          void upload?.abort();
          reject(new NoAnswer('offline'));
        }, PATIENCE_MS);
      },
      onAfterResponse: (_request, response) => {
        isReceived ||= response.getHeader(RECEIPT_HEADER) === file.sha256;
        if (isReceived) {
          void upload?.abort();
          resolve('arrived');
          return;
        }
        if (response.getStatus() < 400 && response.getHeader(ANSWER_HEADER) === undefined)
          throw new NoAnswer('foreign');
      },
      onUploadUrlAvailable: () => part.begun(pathOf(upload?.url ?? '')),
      onProgress: (bytes) => part.sent(bytes),
      onChunkComplete: (_size, accepted) => part.accepted(accepted),
      onSuccess: ended,
      onError: failed,
    });
    upload.start();
  });
  try {
    return await sending;
  } finally {
    clearTimeout(patience);
  }
}

/** Whatever host the address names: the server is where the app is. */
function pathOf(address: string): string {
  return new URL(address, window.location.href).pathname;
}

function causeOf(error: unknown): unknown {
  return error instanceof DetailedError ? error.causingError : error;
}

function faultOf(error: unknown): unknown {
  const cause = causeOf(error);
  if (cause instanceof NoAnswer) return cause;
  const [request, response] = error instanceof DetailedError ? [error.originalRequest, error.originalResponse] : [];
  if (response?.getStatus() === 404 && request?.getMethod() === 'PATCH') return new UploadLost();
  return response === null || response === undefined || response.getStatus() === 0
    ? new NoAnswer('offline', error)
    : answered(response);
}

function answered(response: HttpResponse): unknown {
  try {
    return problemIn(JSON.parse(response.getBody()), response.getHeader('retry-after') ?? null);
  } catch {
    return new NoAnswer('foreign');
  }
}
