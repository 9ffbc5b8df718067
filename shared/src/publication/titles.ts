import { DEMO_MARK } from '../domain/demo.ts';

/**
 * "Hasil penilaian kepatuhan 2026, Provinsi Nusa Tenggara Timur": what follows from chain, scope and year, and nothing
 * else. A file of the demo says in its title that it is invented, wherever it is copied.
 */
export function computedTitle(chain: 'main' | 'demo', year: number, provinceName: string): string {
  const title = `Hasil penilaian kepatuhan ${year}, ${withProvinsi(provinceName)}`;
  return chain === 'demo' ? `${DEMO_MARK}: ${title}` : title;
}

export function withProvinsi(name: string): string {
  return name.startsWith('Provinsi ') ? name : `Provinsi ${name}`;
}
