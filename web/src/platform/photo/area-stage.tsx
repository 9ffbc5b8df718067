import { type Area, HIDDEN_GREY, hiddenPixels, MOST_AREAS, type Picture, WHOLE } from '@patuh/shared/domain/clearance';
import { type ReactElement, type RefObject, useLayoutEffect, useRef, useState } from 'react';

import { photoAreasText as text } from '../../text/id/photo-areas.ts';
import { cornersOf } from './areas.ts';
import type { Sight } from './sight.ts';
import { useDrawing } from './use-drawing.ts';

export interface StagedPhoto extends Picture {
  readonly url: string;
}

interface AreaStageProps {
  readonly photo: StagedPhoto;
  readonly areas: readonly Area[];
  readonly chosen: number | null;
  /** As somebody outside sees it: the areas painted over as the server will, and nothing to take hold of. */
  readonly isPreview: boolean;
  readonly sight: Sight;
  readonly onChange: (areas: readonly Area[]) => void;
  readonly onChoose: (index: number | null) => void;
  /** Whether the picture is on the screen, once that is known. */
  readonly onShown?: ((isHere: boolean) => void) | undefined;
}

const GREY = `rgb(${HIDDEN_GREY} ${HIDDEN_GREY} ${HIDDEN_GREY})`;

/** A photo to draw on, larger and turned like everywhere else. */
export function AreaStage(props: AreaStageProps): ReactElement {
  const { photo, isPreview, sight, chosen, onChange, onChoose, onShown } = props;
  const { width, height } = photo;
  const { frame, zoom, turns } = sight;
  const isLying = turns % 2 === 0;
  const box = isLying ? { width, height } : { width: height, height: width };
  const shift = [`0 0`, `${height} 0`, `${width} ${height}`, `0 ${width}`][turns] ?? '0 0';
  const part = `${Math.round(zoom * 100)}%`;
  const picture = useRef<SVGGElement>(null);
  const { areas, ...pointer } = useDrawing({ ...props, most: MOST_AREAS, picture, size: photo });
  const pixel = usePixel(frame, box) / zoom;
  return (
    // What scrolls can be reached by keyboard, and is moved by its arrows.
    <div
      ref={frame}
      className="area-stage"
      role="region"
      aria-label={isPreview ? text.result : text.stage}
      tabIndex={0}
      {...(zoom > 1 && { 'data-arrows': 'own' })}
    >
      <svg
        className="area-stage__picture"
        width={part}
        height={part}
        viewBox={`0 0 ${box.width} ${box.height}`}
        aria-hidden="true"
        {...(isPreview ? {} : pointer)}
      >
        <g ref={picture} transform={`translate(${shift}) rotate(${turns * 90})`}>
          <image
            href={photo.url}
            width={width}
            height={height}
            // Areas are shares of the picture: it fills its box, whatever size the browser takes it for.
            preserveAspectRatio="none"
            onLoad={() => onShown?.(true)}
            onError={() => onShown?.(false)}
          />
          {isPreview ? (
            // oxlint-disable-next-line react/no-array-index-key -- an area is known by its place among them
            areas.map((area, index) => <Hidden key={index} area={area} photo={photo} />)
          ) : (
            <Drawn {...{ areas, chosen, photo, pixel, onChange, onChoose }} />
          )}
        </g>
      </svg>
    </div>
  );
}

function Hidden({ area, photo }: { readonly area: Area; readonly photo: Picture }): ReactElement {
  const { left, top, right, bottom } = hiddenPixels(area, photo);
  return <rect x={left} y={top} width={right - left} height={bottom - top} fill={GREY} />;
}

/** Of the screen, however large the photo stands on it: half of what a finger takes hold of, and what is seen of it. */
const REACH = 18;
const SEEN = 6;

function Drawn({
  areas,
  chosen,
  photo,
  pixel,
}: Pick<AreaStageProps, 'areas' | 'chosen' | 'photo'> & { readonly pixel: number }): ReactElement {
  const x = (part: number): number => (part * photo.width) / WHOLE;
  const y = (part: number): number => (part * photo.height) / WHOLE;
  const held = chosen === null ? undefined : areas[chosen];
  const short = held === undefined ? 0 : Math.min(x(held.width), y(held.height));
  // Of a small area the middle must stay free to take hold of.
  const reach = Math.max(SEEN * pixel, Math.min(REACH * pixel, short / 3));
  return (
    <>
      {areas.map((area, index) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key -- an area is known by its place among them
          key={index}
          className={index === chosen ? 'area-stage__area area-stage__area--chosen' : 'area-stage__area'}
          data-area={index}
          x={x(area.left)}
          y={y(area.top)}
          width={x(area.width)}
          height={y(area.height)}
        />
      ))}
      {held === undefined
        ? null
        : cornersOf(held).map(({ name, at }, corner) => (
            <g key={name}>
              <circle className="area-stage__corner" cx={x(at.x)} cy={y(at.y)} r={SEEN * pixel} />
              <circle
                className="area-stage__reach"
                data-area={chosen}
                data-corner={corner}
                cx={x(at.x)}
                cy={y(at.y)}
                r={reach}
              />
            </g>
          ))}
    </>
  );
}

/** How much of the picture one pixel of the screen is while it is whole in its frame. */
function usePixel(frame: RefObject<HTMLDivElement | null>, { width, height }: Picture): number {
  const [room, setRoom] = useState({ width: 1, height: 1 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    measure.observe(element);
    return () => measure.disconnect();
  }, [frame]);
  return Math.max(width / room.width, height / room.height);
}
