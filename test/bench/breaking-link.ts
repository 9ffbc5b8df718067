import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface BreakingLink {
  /** Address of the far end as it is reached over this link. */
  readonly origin: string;
  /** How often it broke. */
  readonly breaks: () => number;
  close(): Promise<void>;
}

/** A link that breaks each time so many bytes went up over it, whatever was on the way: both ends lose their connection. */
export async function breakingLink(to: string, every: number): Promise<BreakingLink> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let left = every;
  let breaks = 0;
  const breakNow = (): void => {
    breaks += 1;
    left = every;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    far.pipe(near);
    near.on('data', (chunk: Buffer) => {
      const part = chunk.subarray(0, left);
      left -= part.length;
      far.write(part, () => (left === 0 ? breakNow() : undefined));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${own}`,
    breaks: () => breaks,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
