/**
 * Where the list of units stood before the office had a first page: such an address still leads to it. A period was named
 * together with its province.
 */
export function formerAddress(search: URLSearchParams): string | undefined {
  if (!['periode', 'keadaan', 'pemda', 'saya'].some((name) => search.has(name))) return undefined;
  const after = new URLSearchParams(search);
  const [period = '', province] = (search.get('periode') ?? '').split('.');
  if (period !== '') after.set('periode', period);
  if (province !== undefined) after.set('provinsi', province);
  return `/kantor/unit?${after.toString()}`;
}
