import { ProblemError } from '@patuh/server/platform/problem';

/** Of five grades (0 to 4): below this a password is guessed within hours from a stolen list. */
const WEAKEST = 3;
/** What must remain of a password without the words that everybody knows about its owner. */
const SHORTEST_REST = 8;
const OUR_WORDS = ['ombudsman', 'patuh'];

export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** Throws `password-too-weak` for what is easily guessed, above all by somebody who knows whose it is. */
export async function refuseWeakPassword(password: string, owner: PasswordOwner, field: string): Promise<void> {
  const words = wordsOf(owner);
  const estimate = await estimator();
  if (withoutWords(password, words).length >= SHORTEST_REST && estimate.check(password, words).score >= WEAKEST) return;
  throw new ProblemError('password-too-weak', [{ field, message: 'terlalu mudah ditebak' }]);
}

function wordsOf({ name, email }: PasswordOwner): string[] {
  const parts = [...name.split(/\s+/), ...email.split(/[@._-]/)];
  return [email, name, ...parts, ...OUR_WORDS].map((word) => word.toLowerCase()).filter((word) => word.length >= 3);
}

/** Letters and digits that are left when those words are taken out. */
function withoutWords(password: string, words: readonly string[]): string {
  let rest = password.toLowerCase();
  for (const word of words) rest = rest.replaceAll(word, '');
  return rest.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

let loading: ReturnType<typeof load> | undefined;

function estimator(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}

/** Some megabytes of words, loaded when the first password is chosen. */
async function load() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
