import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';

import { deskText } from '../../text/id/office-desk.ts';
import { DeskActions } from './desk-actions.tsx';
import { DeskBeside, DeskPoint } from './desk-point.tsx';
import { ChangedNotice, ReceivedNotice, RefusedNotice } from './desk-notices.tsx';
import { DeskQueue } from './desk-queue.tsx';
import type { GridPlace } from './grid-keys.ts';
import { KeyHelp } from './key-help.tsx';
import { LastStep } from './last-step.tsx';
import { NextUnitLink, unitPath, useNextUnit } from './next-unit.tsx';
import { useViewing } from './photo-viewer.tsx';
import { type PanelKind, PointPanels } from './point-panels.tsx';
import { mayRequest } from './request-slot.tsx';
import { isReturnable, placeToReturn } from './returnable.ts';
import { RulePanel } from './rule-panel.tsx';
import type { UnitModel } from './unit-model.ts';
import { useAhead } from './use-ahead.ts';
import { useDesk } from './use-desk.ts';
import { useDeskActs } from './use-desk-acts.ts';
import { type DeskActs, useDeskKeys } from './use-desk-keys.ts';

const START: GridPlace = { row: 0, column: 0 };
/** With so few left the next unit is read. */
const NEAR_THE_END = 3;

/** The desk: the queue, one point in focus, its evidence beside it, and everything by keyboard, pointer or finger. */
export function Desk({ model }: { readonly model: UnitModel }): ReactElement | null {
  const desk = useDesk(model);
  const doings = useDeskActs(model, desk);
  const { chosen, items, entries, left, required, returns, accepting } = desk;
  const [cellOf, setCell] = useState({ key: '', at: START });
  const cell = cellOf.key === chosen?.key ? cellOf.at : START;
  const [panel, setPanel] = useState<{ readonly key: string; readonly kind: PanelKind } | null>(null);
  const [helps, setHelps] = useState(false);
  const [asksReturn, setAsksReturn] = useState(false);
  const [, navigate] = useLocation();
  const next = useNextUnit(model.office.assessment.id, left.length <= NEAR_THE_END);
  const pieces = chosen?.kind === 'place' ? model.evidence.at(chosen.indicator.id, chosen.subject.id) : [];
  const viewing = useViewing(pieces, chosen?.key ?? '');
  const heading = useHeading(chosen?.key);
  useAhead(
    model,
    items,
    entries.map(({ item }) => item),
    chosen,
  );
  const place = chosen === undefined ? null : placeToReturn(chosen, cell);
  const key = chosen?.key ?? '';
  const acts: DeskActs = {
    next: () => doings.step(1),
    previous: () => doings.step(-1),
    ...(doings.accept !== undefined && { accept: doings.accept }),
    ...(isReturnable(model) && place !== null && { return: () => setPanel({ key, kind: 'return' }) }),
    ...(mayRequest(model, place) && { request: () => setPanel({ key, kind: 'request' }) }),
    ...(viewing.photos.length > 0 && {
      'next-photo': () => viewing.move(1),
      'previous-photo': () => viewing.move(-1),
      larger: () => viewing.sight.resize(1),
      smaller: () => viewing.sight.resize(-1),
      turn: viewing.sight.turn,
      whole: () => viewing.setWhole(true),
      blur: () => viewing.setBlurring(true),
    }),
    order: () => {
      const order = desk.order === 'risk' ? 'instrument' : 'risk';
      desk.setOrder(order);
      doings.say(deskText.said.order(deskText.queue.orders[order]));
    },
    ...(returns.marked.length > 0 && { send: () => setAsksReturn(true) }),
    ...(next !== null && { 'next-unit': () => navigate(unitPath(next)) }),
    help: () => setHelps(true),
  };
  useDeskKeys(acts);
  if (chosen === undefined) return null;
  const closePanel = (): void => {
    setPanel(null);
    focusPoint(heading.current);
  };
  const marked = (): void => {
    closePanel();
    // In the grid the next cell is one’s own choice.
    if (chosen.kind === 'interviews') doings.say(deskText.said.marked(''));
    else doings.goOn(deskText.said.marked);
  };
  const refused = items.filter((item) => accepting.refused.some((refusal) => refusal.key === item.key));
  const point = { model, desk, doings, chosen, cell, onCell: (at: GridPlace) => setCell({ key: chosen.key, at }) };
  return (
    <>
      <p className="visually-hidden" role="status" data-said>
        {doings.announcement}
      </p>
      <RefusedNotice items={refused} fault={accepting.refused.at(-1)?.fault ?? null} onOpen={doings.goTo} />
      <ChangedNotice items={items} onOpen={doings.goTo} />
      <ReceivedNotice assessmentId={model.office.assessment.id} items={items} onOpen={doings.goTo} />
      <div className="desk">
        <DeskQueue
          entries={entries}
          chosen={chosen.key}
          order={desk.order}
          onOrder={desk.setOrder}
          others={items.length - required.length}
          showsAll={desk.showsAll}
          onShowAll={desk.setShowsAll}
          left={left.length}
          total={required.length}
          onOpen={doings.goTo}
        />
        <DeskPoint
          {...point}
          heading={heading}
          panels={
            <PointPanels
              {...{ model, chosen, returns, place }}
              open={panel?.key === chosen.key ? panel.kind : null}
              onMarked={marked}
              onClose={closePanel}
            />
          }
        />
        <DeskBeside {...point} viewing={viewing} />
      </div>
      <DeskActions {...{ model, chosen, returns, acts, asksReturn }} onAskReturn={setAsksReturn} />
      {next === null ? null : <NextUnitLink next={next} />}
      <RulePanel model={model} />
      <LastStep section={doings.section} />
      {helps ? <KeyHelp onClose={() => setHelps(false)} /> : null}
    </>
  );
}

/** Back to where one was: in a grid to its cell, else to the name of the point. */
function focusPoint(heading: HTMLElement | null): void {
  const cell = heading?.parentElement?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
  (cell ?? heading)?.focus({ preventScroll: true });
}

/** The heading of the point one looks at: it gets the focus, and comes into view, whenever that is another one. */
function useHeading(key: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    const element = heading.current;
    if (element === null) return;
    element.focus({ preventScroll: true });
    const { top } = element.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) element.scrollIntoView({ block: 'start' });
  }, [key]);
  return heading;
}
