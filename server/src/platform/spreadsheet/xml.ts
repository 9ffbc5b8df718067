import sax from 'sax';

import { BROKEN, wholeFile } from './fault.ts';

/** What happens in a piece of XML, by names without their prefixes. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Nothing more needs to be read. */
  readonly done?: () => boolean;
}

/** Reads XML as it comes in. No document type, no entities of its own. Throws a SheetFault where it is not well-formed. */
export async function readXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const parser = sax.parser(true, { position: false });
  const broken = (): never => {
    throw wholeFile(BROKEN);
  };
  Object.assign(parser, {
    onerror: broken,
    ondoctype: broken,
    onopentag: ({ name, attributes }: sax.Tag) => events.open?.(local(name), attributes),
    ontext: (text: string) => events.text?.(text),
    oncdata: (text: string) => events.text?.(text),
    onclosetag: (name: string) => events.close?.(local(name)),
  });
  for await (const piece of pieces) {
    parser.write(piece);
    if (events.done?.() === true) return;
  }
  parser.close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
