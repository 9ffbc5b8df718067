/** "Hasil penilaian kepatuhan 2026, Provinsi Nusa Tenggara Timur": what follows from scope and year, and nothing else. */
export function computedTitle(year: number, provinceName: string): string {
  return `Hasil penilaian kepatuhan ${year}, ${withProvinsi(provinceName)}`;
}

export function withProvinsi(name: string): string {
  return name.startsWith('Provinsi ') ? name : `Provinsi ${name}`;
}
