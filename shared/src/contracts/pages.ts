import * as z from 'zod/mini';

import type { Government, ProvinceCode } from '../domain/government.ts';
import type { Instrument } from '../domain/instrument.ts';
import type { GovernmentHistory, GovernmentMatch } from './governments.ts';
import type { NationalCounts } from './national.ts';
import type { ProblemCode } from './problems.ts';
import type { PublicationListEntry } from './publications.ts';
import type { Ranking } from './rankings.ts';
import type { ReadyIndexPage, ReadyPage } from './ready.ts';

/**
 * The public pages: what the server knows goes in, HTML comes out. The renderer is built from `web/` and loaded by path,
 * so this file is all that server and web agree on.
 */

/** How the ranking table is looked at; every state is an address, so it works as links without JavaScript. */
export const RankingTableView = z.object({
  urut: z._default(z.enum(['peringkat', 'nama', 'nilai', 'zona', 'perubahan']), 'peringkat'),
  arah: z._default(z.enum(['naik', 'turun']), 'naik'),
  jenis: z._default(z.enum(['semua', 'kabupaten', 'kota']), 'semua'),
  cari: z._default(z.string().check(z.maxLength(80)), ''),
});
export type RankingTableView = z.infer<typeof RankingTableView>;

export const HomeQuery = z.object({ cari: z._default(z.string().check(z.maxLength(80)), '') });

/** What was typed into the score calculator, by its name in the address: levels `n.maklumat=2` (`-` is not applicable), unit scores `u.1=95,32`. */
export type CalculatorEntries = Readonly<Record<string, string>>;

/** A province with known results, newest complete year first choice for a reader. */
export interface ProvinceSummary {
  readonly code: ProvinceCode;
  readonly name: string;
  readonly years: readonly number[];
  readonly newestCompleteYear: number | null;
}

export type PublicPage =
  | {
      readonly page: 'home';
      readonly search: { readonly text: string; readonly matches: readonly GovernmentMatch[] } | null;
      /** The home province's newest complete list. */
      readonly ranking: Ranking | null;
      readonly provinces: readonly ProvinceSummary[];
      readonly nationalYears: readonly number[];
    }
  | { readonly page: 'ranking'; readonly ranking: Ranking; readonly view: RankingTableView }
  | { readonly page: 'government'; readonly history: GovernmentHistory; readonly year: number }
  | {
      /** A government of the reference data without any known result. */
      readonly page: 'government-unknown';
      readonly mark: Ranking['mark'];
      readonly government: Government;
      readonly province: { readonly code: ProvinceCode; readonly name: string; readonly years: readonly number[] };
      readonly year: number | null;
    }
  | {
      readonly page: 'national';
      readonly national: NationalCounts;
      /** The counts of the other known years, newest first, for the comparison between years. */
      readonly others?: readonly NationalCounts[];
    }
  | {
      readonly page: 'method';
      readonly instrument: Instrument;
      readonly year: number;
      /** Years with an instrument, newest first. */
      readonly years: readonly number[];
      readonly entries: CalculatorEntries;
    }
  | ReadyPage
  | ReadyIndexPage
  | {
      readonly page: 'data';
      readonly publications: readonly PublicationListEntry[];
      readonly keyId: string | null;
      readonly years: readonly number[];
      readonly nationalYears: readonly number[];
      readonly provinces: readonly ProvinceSummary[];
    }
  | {
      readonly page: 'verification';
      readonly keyId: string | null;
      /** Signs invented publications only; null where there is no demo. */
      readonly demoKeyId: string | null;
      readonly publications: readonly PublicationListEntry[];
    }
  | {
      readonly page: 'problem';
      readonly code: ProblemCode;
      /** The address as it was asked for, shown back to the reader. */
      readonly path: string;
      /** Addresses that do exist and may be meant. */
      readonly suggestions: readonly { readonly href: string; readonly label: string }[];
    };

export interface PageContext {
  /** Path of this page with its query, for canonical links and the copied sentence. */
  readonly path: string;
  /** Origin for absolute addresses; null when none is configured. */
  readonly publicUrl: string | null;
}

/** The document in which the app for signed-in people starts: the same for everybody, whatever the address. */
interface AppShell {
  readonly page: 'app';
}

/** Whole document from `<!doctype html>` on. Deterministic: the same page and context give the same bytes. */
export type RenderPage = (page: PublicPage | AppShell, context: PageContext) => string;
