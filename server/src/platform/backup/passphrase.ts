import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { StartError } from '../start-error.ts';

export const PASSPHRASE_VARIABLE = 'PATUH_BACKUP_PASSPHRASE';

/**
 * The passphrase of the environment, or, on a terminal, one that is typed unseen: as often as there are questions, and
 * the same each time. Undefined if there is neither. `signal` breaks the question off.
 */
export async function readPassphrase(questions: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  const given = process.env[PASSPHRASE_VARIABLE];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const typed: string[] = [];
  for (const question of questions) typed.push(await askUnseen(question, signal));
  if (new Set(typed).size > 1) throw new StartError('The two passphrases differ; nothing was done.');
  return typed[0];
}

async function askUnseen(question: string, signal: AbortSignal): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: true });
  // The terminal gives Ctrl-C to whoever reads it raw; the process wants it as the signal it is.
  reader.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await reader.question('', { signal });
  } finally {
    reader.close();
    process.stderr.write('\n');
  }
}
