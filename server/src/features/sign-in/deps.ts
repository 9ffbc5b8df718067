import type { ApiDeps } from '@patuh/server/platform/access';
import type { AccessTokens } from '@patuh/server/platform/sessions/access-token';
import type { Passwords } from '@patuh/server/platform/sessions/passwords';
import type { SessionKeys } from '@patuh/server/platform/sessions/session-keys';

/** What signing in stands on besides what every route behind it does. */
export interface SignInDeps extends ApiDeps {
  readonly tokens: AccessTokens;
  readonly keys: SessionKeys;
  readonly passwords: Passwords;
  /** Address people type; null where it is not known. */
  readonly publicUrl: string | null;
}
