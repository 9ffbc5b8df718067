import type { Release, ReleaseScope } from '@patuh/shared/contracts/releases';

/** Where one province in one period is worked on. */
export function addressOf({ periodId, province }: Pick<ReleaseScope, 'periodId' | 'province'>): string {
  return `/kantor/penerbitan/${periodId}/${province.code}`;
}

export function previewAddress({ id }: Pick<Release, 'id'>): string {
  return `/kantor/penerbitan/pratinjau/${id}`;
}

/** The one preparation that waits for a second person. */
export function preparedIn({ releases }: Pick<ReleaseScope, 'releases'>): Release | undefined {
  return releases.find(({ state }) => state === 'prepared');
}
