import { describe, expect, it } from 'vitest';

import { internationalNumber, whatsAppLink } from '@patuh/web/features/people/whatsapp';

describe('a telephone number for WhatsApp', () => {
  it.each([
    ['0812-3456-7890', '6281234567890'],
    ['812 3456 7890', '6281234567890'],
    ['+62 812 3456 7890', '6281234567890'],
    ['6281234567890', '6281234567890'],
    ['0062 812 3456 7890', '6281234567890'],
    ['(0380) 8551234', '623808551234'],
    ['+670 7723 4567', '67077234567'],
  ])('%s becomes %s', (typed, number) => {
    expect(internationalNumber(typed)).toBe(number);
  });

  it.each(['', '12', 'Yosef', '0812-3456-7890-1234-5678', '0812/345678'])('“%s” is none', (typed) => {
    expect(internationalNumber(typed)).toBeUndefined();
  });

  it('keeps the secret of a link after its # inside the message', () => {
    const address = new URL(whatsAppLink('Buka https://patuh.example/masuk/tautan#abc & pilih', undefined));
    expect(address.pathname).toBe('/');
    expect(address.hash).toBe('');
    expect(address.searchParams.get('text')).toBe('Buka https://patuh.example/masuk/tautan#abc & pilih');
  });
});
