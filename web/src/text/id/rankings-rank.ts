/** National ranks are within the kind of government, so the kind is part of the words. */
export function nationalRankOfKind(rank: number, of: number | null, kind: 'city' | 'regency'): string {
  const kindWord = kind === 'city' ? 'kota' : 'kabupaten';
  return of === null ? `Peringkat nasional ${rank} (${kindWord})` : `Peringkat nasional ${rank} dari ${of} ${kindWord}`;
}
