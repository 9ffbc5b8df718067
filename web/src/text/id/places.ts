import type { LocalGovernmentKind } from '@patuh/shared/domain/government';

/** "Provinsi Nusa Tenggara Timur" and "Nusa Tenggara Timur" both give the latter. */
export function provinceName(name: string): string {
  return name.replace(/^Provinsi /, '');
}

/** A government inside a sentence: the provincial one is not the province. */
export function governmentName({ name, kind }: { readonly name: string; readonly kind: LocalGovernmentKind }): string {
  return kind === 'province' ? `Pemerintah Provinsi ${provinceName(name)}` : name;
}

/** The word of the search field in addresses (`/?cari=`) and of the forms that lead there. */
export const SEARCH = { field: 'cari', action: '/', maxLength: 80 } as const;
