/** The camera in the page: no other app is opened, so Android has no reason to end the browser. */
export interface InPageCamera {
  readonly stream: MediaStream;
  /** Undefined where the camera has no light. */
  readonly torch: ((on: boolean) => Promise<void>) | undefined;
  /** Tells when the picture stands still, goes on, or has ended; until it is closed. */
  readonly watch: (told: (picture: Picture) => void) => void;
  readonly close: () => void;
}

/** A call or another app takes the camera away for a while, or for good. */
export type Picture = 'live' | 'frozen' | 'ended';

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
      watch: (told) => (track === undefined ? told('ended') : watched(track, told)),
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

function watched(track: MediaStreamTrack, told: (picture: Picture) => void): void {
  track.addEventListener('mute', () => told('frozen'));
  track.addEventListener('unmute', () => told('live'));
  track.addEventListener('ended', () => told('ended'));
  if (track.readyState === 'ended') told('ended');
  else told(track.muted ? 'frozen' : 'live');
}
