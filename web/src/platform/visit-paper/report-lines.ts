import type { VisitReport } from '@patuh/shared/sync/visit-report';

import { visitText } from '../../text/id/visit.ts';
import { formatDate } from '../../ui/number.ts';

/** One line of the paper: what it is, and what it says, which may be several lines. */
export interface ReportLine {
  readonly label: string;
  readonly values: readonly string[];
}

/** Everything above the signature. */
export function reportLines({ unit, visit, evidence }: VisitReport): readonly ReportLine[] {
  const { paper } = visitText;
  const line = (label: string, ...values: (string | null)[]): ReportLine => {
    const said = values.filter((value) => value !== null && value !== '');
    return { label, values: said.length === 0 ? [paper.none] : said.map(String) };
  };
  const { letter } = visit;
  return [
    line(paper.unit, unit.name, unit.kindName === unit.name ? null : unit.kindName),
    line(paper.government, paper.province(unit.government, unit.province)),
    ...(unit.address === null ? [] : [line(paper.address, unit.address)]),
    line(paper.period, unit.period),
    line(paper.date, dayOf(visit.date)),
    line(paper.time, paper.timeRange(visit.from, visit.until ?? paper.notEnded)),
    line(
      paper.letter,
      letter.number === null ? null : paper.letterOf(letter.number, letter.date === null ? null : dayOf(letter.date)),
    ),
    line(visitText.team, ...visit.team),
    line(visitText.met, ...visit.met),
    line(visitText.handedOver, ...visit.handedOver),
    line(visitText.unitRemarks, visit.unitRemarks),
    line(paper.evidence, paper.counts(evidence.photo, evidence.document, evidence['web-address'])),
  ];
}

/** `2026-03-02` → `2 Maret 2026`. */
export function dayOf(date: string): string {
  return formatDate(`${date}T05:00:00Z`);
}
