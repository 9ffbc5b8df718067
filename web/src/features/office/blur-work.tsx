import type { UnitPhoto, UnitPhotos } from '@patuh/shared/contracts/clearances';
import type { Area } from '@patuh/shared/domain/clearance';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { type ReactElement, useEffect, useRef, useState } from 'react';

import { AreaEditor } from '../../platform/photo/area-editor.tsx';
import { withFresh } from '../../platform/photo/areas.ts';
import { useSight } from '../../platform/photo/sight.ts';
import { clearancesText as text } from '../../text/id/clearances.ts';
import { BlurDecision } from './blur-decision.tsx';
import { type BlurActs, useBlurKeys } from './blur-keys.ts';
import { nextOpen } from './blur-model.ts';
import { BlurNotices } from './blur-notices.tsx';
import { BlurStrip } from './blur-strip.tsx';
import { PhotoTally } from './photo-tally.tsx';
import { type Clearing, useClearing } from './use-clearing.ts';
import { useLook } from './use-look.ts';

interface BlurWorkProps {
  readonly assessmentId: AssessmentId;
  readonly unit: UnitPhotos;
  /** Hash of the photo to begin with; otherwise the first that nobody decided about. */
  readonly first?: string | undefined;
}

/** All photos of a unit, one after the other: what of each is hidden outside, or that nobody sees it. */
export function BlurWork({ assessmentId, unit, first }: BlurWorkProps): ReactElement {
  const { photos } = unit;
  const clearing = useClearing(assessmentId);
  const [shown, setShown] = useState(() => startAt(photos, first));
  const [said, setSaid] = useState('');
  const at = Math.max(
    0,
    photos.findIndex(({ sha256 }) => sha256 === shown),
  );
  const photo = photos[at];
  if (photo === undefined) return <p>{text.none}</p>;
  const isOpen = (one: UnitPhoto): boolean => ['open', 'drawn', 'refused'].includes(clearing.stateOf(one));
  const show = (index: number): void => {
    const next = photos[index];
    if (next !== undefined) setShown(next.sha256);
  };
  const decide = (areas: readonly Area[] | null): void => {
    clearing.decide(photo, areas);
    const next = nextOpen(photos, at, isOpen);
    setSaid(text.said.saved(next === -1 ? text.allDone : text.position(next + 1, photos.length)));
    if (next !== -1) show(next);
  };
  return (
    <div className="blur">
      <p className="visually-hidden" role="status" data-said>
        {said}
      </p>
      <PhotoTally unit={unit} />
      <BlurNotices photos={photos} clearing={clearing} onOpen={show} />
      <OnePhoto key={photo.sha256} {...{ photo, clearing, at, photos, show, decide }} />
      <BlurStrip photos={photos} at={at} stateOf={clearing.stateOf} onOpen={show} />
      <details className="blur__keys small">
        <summary>{text.keys.title}</summary>
        <dl>
          {text.keys.list.map(([keys, does]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function startAt(photos: readonly UnitPhoto[], first: string | undefined): string | undefined {
  const wished = photos.find(({ sha256 }) => sha256 === first);
  return (wished ?? photos.find(({ clearance }) => clearance === null) ?? photos[0])?.sha256;
}

interface OnePhotoProps {
  readonly photo: UnitPhoto;
  readonly photos: readonly UnitPhoto[];
  readonly at: number;
  readonly clearing: Clearing;
  readonly show: (index: number) => void;
  readonly decide: (areas: readonly Area[] | null) => void;
}

/** The photo that is looked at; another one begins upright, whole and without the result. */
function OnePhoto({ photo, photos, at, clearing, show, decide }: OnePhotoProps): ReactElement {
  const sight = useSight(photo.sha256);
  const [isPreview, setPreview] = useState(false);
  const look = useLook();
  const heading = useFocusedHeading(photo, clearing);
  useReadyPhotos(photos, at);
  const areas = clearing.areasOf(photo);
  const isFree = clearing.stateOf(photo) !== 'sending' && clearing.changedBy(photo) === null;
  const draw = (next: readonly Area[]): void => clearing.draw(photo, next);
  const acts: BlurActs = {
    ...(isFree && look.isSeen && areas.length > 0 && { save: () => decide(areas) }),
    ...(isFree && look.isSeen && areas.length === 0 && { nothing: () => decide([]) }),
    ...(isFree && look.isCalm && { withhold: () => decide(null) }),
    add: () => {
      setPreview(false);
      draw(withFresh(areas));
    },
    preview: () => setPreview(!isPreview),
    next: () => show(at + 1),
    previous: () => show(at - 1),
    larger: () => sight.resize(1),
    smaller: () => sight.resize(-1),
    turn: sight.turn,
  };
  useBlurKeys(acts);
  return (
    <section className="blur__photo" aria-labelledby="blur-photo">
      <h2 id="blur-photo" ref={heading} tabIndex={-1}>
        {text.position(at + 1, photos.length)}
      </h2>
      <p className="small blur__of">{photo.indicators.length === 0 ? text.ofUnit : photo.indicators.join('; ')}</p>
      {photo.caption === null ? null : <p className="small soft blur__of">{text.caption(photo.caption)}</p>}
      <AreaEditor
        photo={stagedPhoto(photo)}
        areas={areas}
        onChange={draw}
        sight={sight}
        isPreview={isPreview}
        onPreview={setPreview}
        onShown={look.onShown}
      />
      {look.isMissing ? (
        <p className="small" role="alert">
          {text.missing}
        </p>
      ) : null}
      <BlurDecision
        photo={photo}
        clearing={clearing}
        acts={acts}
        hasPrevious={at > 0}
        hasNext={at < photos.length - 1}
      />
    </section>
  );
}

/** Where the server did not say: the shape of most photos. */
const USUAL = { width: 1600, height: 1200 };

function stagedPhoto({ file: { url, width, height } }: UnitPhoto) {
  return { url, width: width ?? USUAL.width, height: height ?? USUAL.height };
}

/**
 * Whoever goes on by keyboard is at the next photo with it, from its name to its buttons in view; and what stands there
 * counts as seen.
 */
function useFocusedHeading(photo: UnitPhoto, clearing: Clearing) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    clearing.look(photo);
    const active = document.activeElement;
    const { top } = heading.current?.getBoundingClientRect() ?? { top: 0 };
    if (top < 0 || top > window.innerHeight / 4) heading.current?.scrollIntoView({ block: 'start' });
    // What had it went with the photo before.
    if (active === null || active === document.body) heading.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- once for each photo: it is mounted anew
  }, []);
  return heading;
}

/** The photos beside this one are here before somebody asks for them. */
function useReadyPhotos(photos: readonly UnitPhoto[], at: number): void {
  useEffect(() => {
    for (const near of [photos[at + 1], photos[at + 2], photos[at - 1]]) {
      if (near !== undefined) new Image().src = near.file.url;
    }
  }, [photos, at]);
}
