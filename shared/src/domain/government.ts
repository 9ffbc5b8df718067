import * as z from 'zod/mini';

/** Kemendagri code: `53` is a province, `53.14` a regency or city. BPS codes differ and are stored beside it. */
export const GovernmentCode = z
  .string()
  .check(z.regex(/^\d{2}(?:\.\d{2})?$/))
  .brand<'GovernmentCode'>();
export type GovernmentCode = z.infer<typeof GovernmentCode>;

export const ProvinceCode = z
  .string()
  .check(z.regex(/^\d{2}$/))
  .brand<'ProvinceCode'>();
export type ProvinceCode = z.infer<typeof ProvinceCode>;

/** The kinds the Ombudsman counts nationally (25 + 14 + 34 + 98 + 415 = 586 in 2022). */
export const GOVERNMENT_KINDS = ['ministry', 'agency', 'province', 'city', 'regency'] as const;
export const GovernmentKind = z.enum(GOVERNMENT_KINDS);
export type GovernmentKind = z.infer<typeof GovernmentKind>;

/** The kinds that have a place and so stand in a province's list. */
export const LocalGovernmentKind = z.enum(['province', 'city', 'regency']);
export type LocalGovernmentKind = z.infer<typeof LocalGovernmentKind>;

export const Government = z.object({
  code: GovernmentCode,
  name: z.string().check(z.minLength(1)),
  kind: LocalGovernmentKind,
});
export type Government = z.infer<typeof Government>;

/** The province a government stands in; a province stands in itself. */
export function provinceOf(code: GovernmentCode): ProvinceCode {
  return ProvinceCode.parse(code.slice(0, 2));
}

export const FIRST_YEAR = 2013;
export const LAST_YEAR = 2099;
/** Years of assessments the platform accepts. */
export const Year = z.int().check(z.minimum(FIRST_YEAR), z.maximum(LAST_YEAR));
export type Year = z.infer<typeof Year>;
