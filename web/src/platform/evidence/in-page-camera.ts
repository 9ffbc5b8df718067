/** The camera in the page: no other app is opened, so Android has no reason to end the browser. */
export interface InPageCamera {
  readonly stream: MediaStream;
  /** Undefined where the camera has no light. */
  readonly torch: ((on: boolean) => Promise<void>) | undefined;
  readonly close: () => void;
}

export type CameraFault = 'denied' | 'none' | 'failed';

/** As sharp as a shrunk photo needs; the camera at the back where there are two. */
const WISH: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: 'environment' }, width: { ideal: 1_920 }, height: { ideal: 1_440 } },
};

export async function openCamera(): Promise<InPageCamera | { readonly fault: CameraFault }> {
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (mediaDevices === undefined) return { fault: 'none' };
  try {
    const stream = await mediaDevices.getUserMedia(WISH);
    const [track] = stream.getVideoTracks();
    return {
      stream,
      torch: track === undefined ? undefined : torchOf(track),
      close: () => stream.getTracks().forEach((one) => one.stop()),
    };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

function faultOf(error: unknown): CameraFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed';
}

function torchOf(track: MediaStreamTrack): InPageCamera['torch'] {
  const able = track as { readonly getCapabilities?: () => { readonly torch?: boolean } };
  if (able.getCapabilities?.call(track).torch !== true) return undefined;
  return async (on) => await track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}
