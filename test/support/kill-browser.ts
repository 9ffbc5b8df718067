import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** `kill -9` of every process of the browser on that folder, as a dead battery does; answers when none is left. */
export async function killBrowser(folder: string): Promise<void> {
  for (;;) {
    const pids = await processesOn(folder);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It went with another one.
      }
    }
    await pause(10);
  }
}

async function processesOn(folder: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const named = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
      return command.split('\0').includes(`--user-data-dir=${folder}`) ? [Number(pid)] : [];
    }),
  );
  return named.flat();
}
