import { canonicalText } from '@patuh/shared/publication/canonical';
import { describe, expect, it } from 'vitest';

describe('canonical text', () => {
  it('is that of the example in RFC 8785, section 3.2', () => {
    const input: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
    expect(canonicalText(input)).toBe(expected);
  });

  it('sorts keys by UTF-16 code units, as in RFC 8785, section 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalText(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(Object.keys(JSON.parse(text)).toSorted()).toEqual(keys.toSorted());
    expect(text).toBe('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}');
  });

  it.each([
    ['undefined in an object', { a: { b: undefined } }, '$.a.b is undefined'],
    ['undefined in a list', { a: [1, undefined] }, '$.a[1] is undefined'],
    // oxlint-disable-next-line no-sparse-arrays -- a gap is what must be refused
    ['a gap in a list', [1, , 2], '$[1] is undefined'],
    ['undefined itself', undefined, '$ is undefined'],
    ['NaN', { score: Number.NaN }, '$.score is NaN'],
    ['infinity', [Number.POSITIVE_INFINITY], '$[0] is Infinity'],
    ['a function', { toJSON: () => 1 }, '$.toJSON is function'],
    ['a date', { at: new Date(0) }, '$.at is an object of a class'],
    ['a big integer', { n: 1n }, '$.n is bigint'],
    ['a boxed number', { n: Object(1) as unknown }, '$.n is an object of a class'],
  ])('refuses %s', (_name, value, reason) => {
    expect(() => canonicalText(value)).toThrow(reason);
  });

  it('refuses half a character', () => {
    expect(() => canonicalText({ name: 'x\ud800' })).toThrow('surrogate');
  });
});
