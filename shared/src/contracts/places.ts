import * as z from 'zod/mini';

import { Government, GovernmentCode, ProvinceCode } from '../domain/government.ts';
import { UnitId } from '../domain/ids.ts';
import { contract } from './contract.ts';

/** Names of the places that roles are given for: to say a grant in words, and to choose one. */

export const Places = z.object({
  provinces: z.array(z.object({ code: ProvinceCode, name: z.string() })),
  governments: z.array(Government),
  /** Units that somebody is a contact of; where a government is named, all of its units that are not closed. */
  units: z.array(z.object({ id: UnitId, name: z.string(), government: GovernmentCode })),
});
export type Places = z.infer<typeof Places>;

export const getPlaces = contract({
  method: 'GET',
  path: '/api/places',
  summary: 'Provinces, governments and units within the scopes of the caller, by name',
  who: 'signed-in',
  query: z.object({ government: z.optional(GovernmentCode) }),
  ok: Places,
  problems: ['invalid-request'],
});
