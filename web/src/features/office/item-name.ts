import { deskText } from '../../text/id/office-desk.ts';
import type { DeskItem } from './desk-items.ts';
import { subjectName } from './subject-name.ts';

/** “Persyaratan, Produk layanan 1”: what one hears and reads of an item before anything else. */
export function itemName(item: DeskItem): string {
  switch (item.kind) {
    case 'place':
      return item.subject.kind === 'unit'
        ? item.indicator.name
        : `${item.indicator.name}, ${subjectName(item.subject)}`;
    case 'interviews':
      return `${deskText.interviews}: ${item.section.name}`;
    case 'section':
      return deskText.section(item.section.name);
    default:
      return item satisfies never;
  }
}
