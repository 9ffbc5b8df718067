import { faultText, type Life, liveUntilDone } from './lifecycle.ts';

/** A command was called in a way it does not understand; its usage is printed below the sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What `parseArgs` throws for an option it does not know. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/**
 * Runs a command line: `work` answers with the exit code and names in `life` what is to be closed, also when somebody
 * interrupts it. Exit 2 means that the call was not understood, 1 that it was refused. Expected refusals are one
 * sentence; only a fault of ours prints a stack.
 */
export async function runCommand(
  usage: string,
  work: (args: readonly string[], life: Life) => Promise<number>,
): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return;
  }
  const understood = async (life: Life): Promise<number> => {
    try {
      return await work(args, life);
    } catch (error) {
      if (!(error instanceof UsageError) && !isArgumentError(error)) throw error;
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
  };
  process.exitCode = await liveUntilDone(understood, {
    say: (sentence) => console.error(sentence),
    complain: (fault) => console.error(faultText(fault)),
  });
}
