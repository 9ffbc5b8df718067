import { connect, type Socket } from 'node:net';

import { TUS_VERSION, UPLOAD_CONTENT_TYPE } from '@patuh/shared/contracts/evidence';

interface Patch {
  readonly port: number;
  readonly token: string;
  readonly address: string;
  readonly from: number;
  /** What the request says it will send. */
  readonly bytes: Buffer;
  /** How much of it really goes out. */
  readonly sent: number;
}

/** A patch on a line of its own that is not finished: the connection stays open, as when a phone drives into a tunnel. */
export async function hangingPatch({ port, token, address, from, bytes, sent }: Patch): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  const head = [
    `PATCH ${address} HTTP/1.1`,
    'host: patuh.example',
    `authorization: Bearer ${token}`,
    `tus-resumable: ${TUS_VERSION}`,
    `content-type: ${UPLOAD_CONTENT_TYPE}`,
    `content-length: ${bytes.length}`,
    `upload-offset: ${from}`,
    '',
    '',
  ].join('\r\n');
  const request = Buffer.concat([Buffer.from(head), bytes.subarray(0, sent)]);
  await new Promise((resolve) => socket.write(request, resolve));
  return socket;
}

/** A patch whose line breaks after so many bytes. */
export async function cutPatch(patch: Patch): Promise<void> {
  const socket = await hangingPatch(patch);
  socket.end();
  socket.destroy();
}
