import type { Running } from '../support/processes.ts';

/** Waits for the line that names the address. */
export async function addressOf(server: Running): Promise<string> {
  for (;;) {
    const address = /Patuh serves (\S+)/.exec(server.output())?.[1];
    if (address !== undefined) return address;
    const ended = await Promise.race([server.ended, new Promise<undefined>((resolve) => setTimeout(resolve, 50))]);
    if (ended !== undefined) throw new RangeError(`A server did not start: ${ended.stderr}`);
  }
}
