import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { againAfterRace } from '@patuh/server/platform/race';
import type { CreatePeriodInput, InstrumentChoice, PeriodView } from '@patuh/shared/contracts/periods';
import type { Actor } from '@patuh/shared/domain/actor';
import { isDemo } from '@patuh/shared/domain/demo';
import { PeriodId } from '@patuh/shared/domain/ids';

import { settingsHash } from './hashes.ts';
import { whyNotCreate } from './policy.ts';
import { findProvinces, hasSeason, insertPeriod, isInvented, listInstruments } from './queries.ts';
import { periodView } from './view.ts';

/** Makes a season or a trial that nobody in the field sees yet. Throws the problems of the contract. */
export async function createPeriod(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  input: CreatePeriodInput,
): Promise<PeriodView> {
  return await againAfterRace(
    async () =>
      await inTransaction(db, async (trx) => {
        const { kind, province, year, instrument, settings } = input;
        const whyNot = whyNotCreate(actor, { kind, province });
        if (whyNot !== undefined) throw new ProblemError(whyNot);
        if (province !== null && (await findProvinces(trx, [province])).length === 0)
          throw new ProblemError('not-found');
        if (!(await listInstruments(trx)).some((choice) => isUsable(choice, input))) refuseInstrument();
        const chain = await chainOf(trx, actor, input);
        if (kind === 'season' && (await hasSeason(trx, chain, year))) {
          throw new ProblemError('period-exists', [{ field: 'body.year', message: `Penilaian ${year} sudah ada` }]);
        }
        const id = PeriodId.parse(randomUUID());
        await insertPeriod(trx, { id, kind, chain, year, province, createdAt: now(), settings, instrument });
        const view = await periodView(trx, actor, id);
        await appendAudit(
          trx,
          {
            office: province ?? 'pusat',
            actor: { kind: 'person', id: actor.personId },
            action: 'period.created',
            subject: { kind: 'period', id },
            beforeHash: null,
            afterHash: settingsHash(settings),
            detail: { kind, year, instrument: instrument.id, version: instrument.version },
          },
          now,
        );
        return view;
      }),
  );
}

/** A season is assessed by what is in force for its year; practice also by what is being tried out, whatever the year. */
function isUsable(
  { id, version, status, years }: InstrumentChoice,
  { kind, year, instrument }: Pick<CreatePeriodInput, 'kind' | 'year' | 'instrument'>,
): boolean {
  if (id !== instrument.id || version !== instrument.version) return false;
  return kind === 'trial' || (status === 'active' && years.includes(year));
}

function refuseInstrument(): never {
  throw new ProblemError('instrument-not-usable', [
    { field: 'body.instrument', message: 'Pilih instrumen yang berlaku untuk tahun ini' },
  ]);
}

/** What invented people make is invented: it never stands beside what is real. */
async function chainOf(db: Reader, actor: Actor, { province }: CreatePeriodInput): Promise<'main' | 'demo'> {
  const demo = province === null ? await isInvented(db, actor.personId) : isDemo(province);
  return demo ? 'demo' : 'main';
}
