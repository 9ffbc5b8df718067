import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';
import type { SectionModel } from './unit-model.ts';

interface SectionNavProps {
  readonly sections: readonly SectionModel[];
  readonly chosen: SectionModel;
  readonly onOpen: (section: SectionModel) => void;
}

/** The sections with what is to do in each. */
export function SectionNav({ sections, chosen, onOpen }: SectionNavProps): ReactElement {
  return (
    <nav className="office-nav" aria-label={text.sections}>
      <ol>
        {sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              aria-current={section.id === chosen.id ? 'true' : undefined}
              onClick={() => onOpen(section)}
            >
              <span className="office-nav__above">{section.above.join(' › ')}</span>
              <span className="office-nav__name">{section.name}</span>
              <span className={`office-standing office-standing--${section.standing}`}>{standingWords(section)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** “3 butir terbuka”, “Diterima”: the word, never only its colour. */
function standingWords({ standing, points, late }: SectionModel): string {
  const words = text.sectionStates;
  const count = (state: 'open' | 'answered'): number => points.filter((point) => point.state === state).length;
  switch (standing) {
    case 'points':
      return words.points(count('open'));
    case 'answered':
      return words.answered(count('answered'));
    case 'late':
      return words.late(late.length);
    case 'open':
    case 'accepted':
    case 'changed':
      return words[standing];
    default:
      return standing satisfies never;
  }
}
