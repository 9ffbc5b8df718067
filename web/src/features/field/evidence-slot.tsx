import { type ReactElement, useEffect, useRef, useState } from 'react';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { laterPart } from '../../ui/later-part.tsx';
import type { EvidenceBlockProps } from './evidence-block.tsx';

const evidenceBlock = laterPart(async () => (await import('./evidence-block.tsx')).EvidenceBlock);

/** Holds the place of the evidence of a point, and draws it once it comes near: answers are painted first. */
export function EvidenceSlot(props: EvidenceBlockProps): ReactElement {
  const slot = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = slot;
    if (current === null) return undefined;
    tellNear.set(current, () => setNear(true));
    observer().observe(current);
    return () => observer().unobserve(current);
  }, []);
  return (
    <div ref={slot} className="evidence">
      {isNear ? (
        <evidenceBlock.Show meanwhile={null} without={<NotFetched />}>
          {(EvidenceBlock) => <EvidenceBlock {...props} />}
        </evidenceBlock.Show>
      ) : null}
    </div>
  );
}

/** A line that broke takes no question off the screen. */
function NotFetched(): ReactElement {
  return <p className="small soft">{fieldSectionText.evidenceLater}</p>;
}

/** How far below the screen it begins to be drawn. */
const AHEAD = '400px';

const tellNear = new WeakMap<Element, () => void>();
let shared: IntersectionObserver | undefined;

/** One for all questions of a page. */
function observer(): IntersectionObserver {
  shared ??= new IntersectionObserver(
    (entries, self) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        self.unobserve(target);
        tellNear.get(target)?.();
      }
    },
    { rootMargin: AHEAD },
  );
  return shared;
}
