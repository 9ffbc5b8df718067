import { describe, expect, it } from 'vitest';

import { isPublicAddress, THE_PUBLIC_WEB } from '@patuh/server/platform/web-copies/public-address';
import { visit } from '@patuh/server/platform/web-copies/visit';

const look = async (url: string, resolve?: (name: string) => Promise<readonly string[]>) =>
  await visit(url, {
    reach: THE_PUBLIC_WEB,
    userAgent: 'Patuh (uji)',
    signal: new AbortController().signal,
    // A name that a test does not know exists nowhere: nothing here ever reaches the real network.
    resolve: resolve ?? (async () => []),
  });
const refused = (why: string) => ({ state: 'refused', why });

describe('an address that everybody can reach', () => {
  it.each(['103.10.98.1', '8.8.8.8', '2001:4860:4860::8888', '2a00:1450:4001::1'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this machine', ['127.0.0.1', '127.255.255.254', '::1', '0.0.0.0', '::']],
    ['the office', ['10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1', 'fd00::1', 'fc00::1']],
    ['beside this machine', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
    ['behind the provider', ['100.64.0.1', '100.100.100.200']],
    ['below the machine', ['168.63.129.16']],
    ['many at once', ['224.0.0.1', '255.255.255.255', 'ff02::1']],
    [
      'set apart',
      ['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '240.0.0.1', '2001:db8::1', '192.88.99.1'],
    ],
    [
      'IPv4 in other clothes',
      [
        '::ffff:127.0.0.1',
        '::ffff:10.0.0.1',
        '2002:7f00:1::1',
        '64:ff9b::7f00:1',
        '64:ff9b:1::1',
        '2001::1',
        '::127.0.0.1',
      ],
    ],
    ['nobody’s', ['4000::1', 'localhost', '', '1.2.3']],
  ])('is none of %s', (_where, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

describe('the server, asked to visit an address inside', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.1.2.3/',
    'http://192.168.0.1:8080/',
    'http://[fd00::1]/',
    'http://127。0。0。1/',
  ])('refuses %s', async (url) => {
    expect(await look(url)).toEqual(refused('internal-address'));
  });

  it('refuses a name that leads inside, or to one place outside and one inside', async () => {
    expect(await look('http://kantor.example/', async () => ['127.0.0.1'])).toEqual(refused('internal-address'));
    expect(await look('http://kantor.example/', async () => ['8.8.8.8', '10.0.0.1'])).toEqual(
      refused('internal-address'),
    );
  });

  it('refuses what the machine itself calls localhost', async () => {
    const { resolve: _own, ...rest } = { resolve: undefined, reach: THE_PUBLIC_WEB, userAgent: 'Patuh (uji)' };
    const found = await visit('http://localhost/', { ...rest, signal: new AbortController().signal });
    expect(found).toEqual(refused('internal-address'));
  });

  it.each(['http://8.8.8.8:22/', 'https://8.8.8.8:3306/', 'http://8.8.8.8:25/'])(
    'refuses the doors that are not for websites: %s',
    async (url) => {
      expect(await look(url)).toEqual(refused('internal-address'));
    },
  );

  it.each([
    'file:///etc/passwd',
    'ftp://contoh.example/',
    'gopher://contoh.example/',
    'javascript:alert(1)',
    'http://nama:sandi@contoh.example/',
    'http://',
    'bukan alamat',
  ])('refuses what is no website: %s', async (url) => {
    expect(await look(url)).toEqual(refused('not-a-web-address'));
  });

  it('says so where a name exists nowhere', async () => {
    expect(await look('http://tidak-ada.example/')).toEqual({ state: 'failed', why: 'unknown-host' });
  });
});
