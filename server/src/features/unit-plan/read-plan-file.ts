import { readCsv } from '@patuh/server/platform/spreadsheet/read-csv';
import { SheetFault, wholeFile } from '@patuh/server/platform/spreadsheet/fault';
import { readXlsx } from '@patuh/server/platform/spreadsheet/read-xlsx';
import {
  MOST_ROWS,
  PLAN_SHEET,
  type PlanFault,
  readPlanRows,
  type ReadRows,
  TOO_MANY_ROWS,
} from '@patuh/shared/domain/plan-rows';

/** A file as somebody brought it. */
export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadFile extends ReadRows {
  readonly sheet: string | null;
}

/** What stands in a CSV or XLSX file of units; every fault with its place, and then no rows. */
export async function readPlanFile({ bytes }: PlanFile): Promise<ReadFile> {
  const sheet = begins(bytes, ZIP) ? PLAN_SHEET : null;
  try {
    if (begins(bytes, OLD_OFFICE)) {
      throw wholeFile(
        'Berkas ini berformat lama (.xls) atau dikunci dengan kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
      );
    }
    const { rows } =
      sheet === null
        ? readCsv(bytes, MOST_ROWS + 1)
        : await readXlsx(bytes, { sheet, mostRows: MOST_ROWS + 1, tooManyRows: TOO_MANY_ROWS });
    return { sheet, ...readPlanRows({ sheet, rows }) };
  } catch (error) {
    if (!(error instanceof SheetFault)) throw error;
    const faults: readonly PlanFault[] = error.places.map((place) => ({
      sheet: place.row === null ? null : sheet,
      ...place,
    }));
    return { sheet, rows: [], faults, places: new Map() };
  }
}

const ZIP = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
