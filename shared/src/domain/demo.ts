import { type GovernmentCode, ProvinceCode } from './government.ts';

/**
 * The demo lives in a province that does not exist, so that an invented score can never stand beside a real name. Its
 * publications have a chain and a key of their own, and no list leads to them.
 */

/** Code of Provinsi Contoh: no real province has it. */
export const DEMO_PROVINCE: ProvinceCode = ProvinceCode.parse('99');

/** What stands on every page and in every export of the demo. */
export const DEMO_MARK = 'Data contoh';

/** Whether a province or a government, by its code, is one of the demo. */
export function isDemo(code: ProvinceCode | GovernmentCode): boolean {
  return code === DEMO_PROVINCE || code.startsWith(`${DEMO_PROVINCE}.`);
}
