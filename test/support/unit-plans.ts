import type { PlanFileOutcome } from '@patuh/shared/contracts/plan-file';
import type { UnitHistory, UnitPlan } from '@patuh/shared/contracts/units';
import type { PeriodId, UnitId } from '@patuh/shared/domain/ids';
import { type Sheet, xlsxOf } from '@patuh/server/platform/spreadsheet/write-xlsx';

import type { Answer, Client } from './people.ts';

/** What a head does with the register and the plan of units of the province 53, through HTTP. */
export class Planner {
  readonly #client: Client;
  readonly #periodId: PeriodId;
  readonly #province: string;

  constructor(client: Client, periodId: PeriodId, province = '53') {
    this.#client = client;
    this.#periodId = periodId;
    this.#province = province;
  }

  get path(): string {
    return `/api/office/periods/${this.#periodId}/units`;
  }

  async plan(): Promise<UnitPlan> {
    return okBody(await this.#client.get(`${this.path}?province=${this.#province}`));
  }

  /** The planned units of a government, by name. */
  async names(government: string): Promise<readonly string[]> {
    return (await this.plan()).governments.find(({ code }) => code === government)?.units.map(({ name }) => name) ?? [];
  }

  async add(units: readonly UnitId[], version?: number): Promise<Answer> {
    return await this.#post('', { units, version: version ?? (await this.plan()).version });
  }

  async remove(units: readonly UnitId[], version?: number): Promise<Answer> {
    return await this.#post('/removal', { units, version: version ?? (await this.plan()).version });
  }

  async check(bytes: Uint8Array, name = 'rencana.xlsx'): Promise<PlanFileOutcome> {
    return okBody(await this.checkAnswer(bytes, name));
  }

  async checkAnswer(bytes: Uint8Array, name = 'rencana.xlsx'): Promise<Answer> {
    return await this.#post('/file-check', { file: fileOf(bytes, name) });
  }

  async take(bytes: Uint8Array, found: { readonly version: number; readonly checked: string }): Promise<Answer> {
    const { version, checked } = found;
    return await this.#post('/file', { file: fileOf(bytes, 'rencana.xlsx'), version, checked });
  }

  async #post(path: string, body: object): Promise<Answer> {
    return await this.#client.post(`${this.path}${path}`, { province: this.#province, ...body });
  }
}

/** Changes a unit of the register as its screen does: with what it shows now. */
export async function changeUnit(client: Client, id: UnitId, path: string, body: object): Promise<Answer> {
  const { unit } = await historyOf(client, id);
  const reason = 'Surat Sekda nomor 12 tahun ini';
  return await client.post(`/api/office/register/${id}/${path}`, { seen: unit.seen, reason, ...body });
}

export async function historyOf(client: Client, id: UnitId): Promise<UnitHistory> {
  return okBody(await client.get(`/api/office/register/${id}`));
}

export function okBody({ status, body }: Answer): Answer['body'] {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

function fileOf(bytes: Uint8Array, name: string) {
  return { name, content: Buffer.from(bytes).toString('base64') };
}

const HEADINGS = ['pemda', 'jenis unit', 'nama unit', 'alamat', 'lintang', 'bujur', 'tim'] as const;
export type PlanRowCells = readonly (string | number | null)[];

export function workbook(rows: readonly PlanRowCells[], sheet: Partial<Sheet> = {}): Uint8Array {
  return xlsxOf([{ name: 'Rencana', widths: [20, 20, 20, 20, 10, 10, 10], rows: [HEADINGS, ...rows], ...sheet }]);
}

export function csvFile(rows: readonly PlanRowCells[], separator = ','): Uint8Array {
  const lines = [HEADINGS, ...rows].map((cells) =>
    cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(separator),
  );
  return new TextEncoder().encode(lines.join('\r\n'));
}
