import { type Area, MOST_AREAS } from '@patuh/shared/domain/clearance';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';

import { photoAreasText as text } from '../../text/id/photo-areas.ts';
import { AreaStage, type StagedPhoto } from './area-stage.tsx';
import { moved, onPicture, resized, type Spot, withFresh } from './areas.ts';
import { PhotoTool, PhotoTools } from './photo-tools.tsx';
import type { Sight } from './sight.ts';

interface AreaEditorProps {
  readonly photo: StagedPhoto;
  readonly areas: readonly Area[];
  readonly onChange: (areas: readonly Area[]) => void;
  readonly sight: Sight;
  readonly isPreview: boolean;
  readonly onPreview: (isPreview: boolean) => void;
  /** Whether the picture is on the screen, once that is known. */
  readonly onShown?: (isHere: boolean) => void;
}

/** Ten-thousandths that one press of an arrow moves an edge. */
const STEP = 100;
const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Hides parts of a photo: by pointer or finger on it, and by keys alone with the list of areas below it. */
export function AreaEditor(props: AreaEditorProps): ReactElement {
  const { photo, areas, onChange, sight, isPreview, onPreview, onShown } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const keysId = useId();
  const list = useRef<HTMLOListElement>(null);
  const isFull = areas.length >= MOST_AREAS;
  const focusArea = (index: number | null): void => {
    setChosen(index);
    if (index !== null) buttonAt(list.current, index)?.focus({ preventScroll: true });
  };
  const count = useRef(areas.length);
  useEffect(() => {
    const isMore = areas.length > count.current;
    count.current = areas.length;
    // However it came: it is the one that is moved next.
    if (isMore) buttonAt(list.current, areas.length - 1)?.focus({ preventScroll: true });
  }, [areas.length, count, list]);
  const add = (): void => {
    onPreview(false);
    onChange(withFresh(areas));
  };
  const remove = (index: number): void => {
    onChange(areas.toSpliced(index, 1));
    const left = areas.length - 1;
    focusArea(left === 0 ? null : Math.min(index, left - 1));
  };
  const onAreaKey = (event: KeyboardEvent, index: number, area: Area): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const by = onPicture(arrow, sight.turns);
      onChange(areas.with(index, event.shiftKey ? resized(area, by) : moved(area, by)));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      // A key that is held would take away the others too: each is a face that shows again.
      if (!event.repeat) remove(index);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="area-editor">
      <AreaStage {...{ photo, areas, chosen, isPreview, sight, onChange, onShown }} onChoose={focusArea} />
      <div className="actions area-editor__tools">
        <PhotoTool label={text.add} sign="▢" isOff={isFull} onPress={add} />
        <button
          type="button"
          className="button button--quiet"
          aria-pressed={isPreview}
          onClick={() => onPreview(!isPreview)}
        >
          {text.preview}
        </button>
        <PhotoTools sight={sight} />
      </div>
      {isFull ? <p className="small area-editor__full">{text.full}</p> : null}
      {areas.length === 0 ? (
        <p className="small soft">{text.hint}</p>
      ) : (
        <>
          <p id={keysId} className="visually-hidden">
            {text.keys}
          </p>
          <ol ref={list} className="area-editor__list" aria-label={text.list} data-arrows="own">
            {areas.map((area, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- an area is known by its place among them
              <li key={index}>
                <button
                  type="button"
                  className="button button--quiet"
                  data-index={index}
                  aria-current={index === chosen ? 'true' : undefined}
                  aria-describedby={keysId}
                  onFocus={() => setChosen(index)}
                  onKeyDown={(event) => onAreaKey(event, index, area)}
                >
                  {text.area(index + 1, areas.length)}
                </button>
                <button
                  type="button"
                  className="button button--quiet area-editor__remove"
                  aria-label={text.remove(index + 1)}
                  onClick={() => remove(index)}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function buttonAt(list: HTMLElement | null, index: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
}
