import { StartError } from './start-error.ts';

/** A command was called in a way it does not understand; its usage is printed below the sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `parseArgs` throws for an option it does not know. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/**
 * Runs a command line: `work` answers with the exit code. Exit 2 means that the call was not understood, 1 that it was
 * refused. Expected refusals are one sentence; only a fault of ours prints a stack.
 */
export async function runCommand(usage: string, work: (args: readonly string[]) => Promise<number>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await work(args);
  } catch (error) {
    if (error instanceof UsageError || isArgumentError(error)) {
      console.error(`${error.message}\n\n${usage}`);
      process.exitCode = 2;
    } else if (error instanceof StartError) {
      console.error(error.message);
      process.exitCode = 1;
    } else throw error;
  }
}
