import type { ApiDeps } from '@patuh/server/platform/access';

export type PeopleDeps = Pick<ApiDeps, 'db' | 'now'>;

/** Where one-time links lead: scheme and host, without a slash at the end. */
export interface LinkDeps extends PeopleDeps {
  readonly origin: string;
}
