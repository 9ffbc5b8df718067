import type { Server } from 'node:http';

import type { Config } from './config.ts';
import { StartError } from './start-error.ts';

interface Listening {
  readonly server: Server;
  listen(where: { host: string; port: number }): Promise<string>;
  close(): PromiseLike<unknown>;
}

/** Begins to serve and answers with the address. Throws a StartError that names the variable to change. */
export async function listen(app: Listening, config: Pick<Config, 'host' | 'port'>): Promise<string> {
  try {
    return await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw sentenceFor(error, config);
  }
}

function sentenceFor(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartError(
      `PORT ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`,
    );
  }
  if (code === 'EACCES') {
    return new StartError(`PORT ${port} may not be used by this user. Set PORT to a number from 1024 on.`);
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(`HOST ${host} is not an address of this machine. Set HOST to 127.0.0.1, or 0.0.0.0 for all.`);
  }
  return error;
}

const DRAIN_PATIENCE_MS = 15_000;

/** Stops accepting and lets the requests in flight finish; cuts those that take too long, or all when in a hurry. */
export async function drain(app: Listening, hurry: AbortSignal): Promise<void> {
  const cut = (): void => app.server.closeAllConnections();
  const late = setTimeout(cut, DRAIN_PATIENCE_MS);
  hurry.addEventListener('abort', cut);
  if (hurry.aborted) cut();
  try {
    await app.close();
  } finally {
    clearTimeout(late);
    hurry.removeEventListener('abort', cut);
  }
}
