import { hash, verify } from '@node-rs/argon2';

/** What one guess costs whoever stole the hashes, and every sign-in. */
export interface PasswordCost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** Argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes, one lane. */
export const PASSWORD_COST: PasswordCost = { memoryKiB: 19_456, passes: 2 };

export interface Passwords {
  readonly hash: (password: string) => Promise<string>;
  /** Does the same work where there is no hash: how long an answer takes must not tell who has an account. */
  readonly isRight: (password: string, hash: string | null) => Promise<boolean>;
}

export function passwords(cost: PasswordCost = PASSWORD_COST): Passwords {
  const hashOf = (password: string): Promise<string> =>
    // The package's own default algorithm is Argon2id; a test looks at what comes out.
    hash(password.normalize('NFKC'), {
      memoryCost: cost.memoryKiB,
      timeCost: cost.passes,
      parallelism: 1,
    });
  const nobodys = hashOf('no account has this password').catch(() => undefined);
  return {
    hash: hashOf,
    isRight: async (password, stored) => {
      const against = stored ?? (await nobodys);
      if (against === undefined) throw new Error('Argon2 does not work on this machine.');
      const isRight = await verify(against, password.normalize('NFKC'));
      return isRight && stored !== null;
    },
  };
}
