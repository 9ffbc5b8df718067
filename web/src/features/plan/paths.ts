export const PLAN_PATH = '/kantor/rencana';

export const NEW_PERIOD_PATH = `${PLAN_PATH}/baru`;

/** Every permanent unit, whether it is in a plan or not. */
export const ALL_UNITS_PATH = `${PLAN_PATH}/daftar-unit`;

export function periodPath(periodId: string, province?: string): string {
  return ofProvince(`${PLAN_PATH}/${periodId}`, province);
}

export function unitsPath(periodId: string, province?: string): string {
  return ofProvince(`${PLAN_PATH}/${periodId}/unit`, province);
}

export function teamsPath(periodId: string, province?: string): string {
  return ofProvince(`${PLAN_PATH}/${periodId}/tim`, province);
}

export function dutiesPath(periodId: string, province?: string): string {
  return ofProvince(`${PLAN_PATH}/${periodId}/tugas`, province);
}

export function lotPath(periodId: string, province?: string): string {
  return ofProvince(`${PLAN_PATH}/${periodId}/undian`, province);
}

function ofProvince(path: string, province: string | undefined): string {
  return province === undefined ? path : `${path}?provinsi=${province}`;
}
