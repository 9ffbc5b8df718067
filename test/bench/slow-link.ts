import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface SlowLink {
  readonly origin: string;
  close(): Promise<void>;
}

/** A link as of a phone: so many bytes a second upwards over all connections, and each way takes its time. */
export async function slowLink(
  to: string,
  { bytesPerSecond, roundTripMs }: { readonly bytesPerSecond: number; readonly roundTripMs: number },
): Promise<SlowLink> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let free = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.on('data', (chunk: Buffer) => {
      // The line is busy with one piece after the other; the sender waits while it is.
      free = Math.max(free, performance.now()) + (chunk.length / bytesPerSecond) * 1000;
      near.pause();
      setTimeout(() => near.resume(), free - performance.now());
      setTimeout(() => far.write(chunk), free - performance.now() + roundTripMs / 2);
    });
    far.on('data', (chunk: Buffer) => void setTimeout(() => near.write(chunk), roundTripMs / 2));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${own}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
