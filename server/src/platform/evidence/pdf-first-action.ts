import { dictionaryBefore, HOLDS_OBJECTS, inflated, MOST_OF_ONE, streamStarts } from './pdf-packed.ts';

/**
 * What a PDF does when it is opened. To a place in the document is where office programs open everything they write:
 * `/OpenAction[1 0 R /XYZ null null 0]`, and LaTeX by an action of its own: `/OpenAction 5 0 R`, `<< /S /GoTo /D [6 0 R /Fit] >>`.
 * Nothing else is taken: an action is read by a grammar so small that no other action fits it, nor one that is followed by
 * another (`/Next`), nor one that is written with escapes or comments.
 */

/** An object by its number and generation. */
export interface Reference {
  readonly number: number;
  readonly generation: number;
}

// White space of PDF; a no-break space is none.
const SPACE = String.raw`[\0\t\n\f\r ]`;
const PLACE = String.raw`\[[^[\]<>()%#]*\]|\([^()\\]*\)|<[0-9A-Fa-f\s]*>|/[A-Za-z0-9._:-]+`;
const GO_TO = new RegExp(
  `^${SPACE}*<<(?=[^>]*/S${SPACE}*/GoTo\\b)(?:${SPACE}*/(?:Type${SPACE}*/Action|S${SPACE}*/GoTo|S?D${SPACE}*(?:${PLACE})))+${SPACE}*>>`,
);
const ARRAY = new RegExp(`^${SPACE}*\\[`);
const REFERENCE = new RegExp(`^${SPACE}*(\\d{1,10})${SPACE}+(\\d{1,5})${SPACE}+R(?![A-Za-z0-9])`);

/** What stands behind `/OpenAction`: a place, the object that says more, or undefined for everything else. */
export function firstActionOf(text: string): 'place' | Reference | undefined {
  if (isPlace(text)) return 'place';
  const [, number, generation] = REFERENCE.exec(text) ?? [];
  return number === undefined ? undefined : { number: Number(number), generation: Number(generation) };
}

/** Whether the object is somewhere in the document, and a place wherever it is: which of them counts is the reader’s choice. */
export function leadsToPlace(bytes: Buffer, reference: Reference): boolean {
  let found = false;
  for (const text of definitionsOf(bytes, reference)) {
    if (!isPlace(text)) return false;
    found = true;
  }
  return found;
}

function isPlace(text: string): boolean {
  return ARRAY.test(text) || GO_TO.test(text);
}

const LONGEST_OBJECT = 1024;

function* definitionsOf(bytes: Buffer, reference: Reference): Generator<string> {
  yield* openDefinitions(bytes, reference);
  if (reference.generation !== 0) return;
  for (const start of streamStarts(bytes)) {
    const dictionary = dictionaryBefore(bytes, start);
    if (!HOLDS_OBJECTS.test(dictionary)) continue;
    const unpacked = inflated(bytes.subarray(start), MOST_OF_ONE);
    if (unpacked instanceof Buffer) yield* packedDefinitions(unpacked, dictionary, reference.number);
  }
}

const OBJECT = Buffer.from('obj');
/** Number and generation before the word, with all that may stand between. */
const BEFORE_OBJECT = 64;
const HEAD = /(\d+)[\0\s]+(\d+)[\0\s]*$/;

function* openDefinitions(bytes: Buffer, { number, generation }: Reference): Generator<string> {
  for (let at = bytes.indexOf(OBJECT); at !== -1; at = bytes.indexOf(OBJECT, at + OBJECT.length)) {
    const [, own, ownGeneration] = HEAD.exec(bytes.toString('latin1', Math.max(0, at - BEFORE_OBJECT), at)) ?? [];
    if (Number(own) !== number || Number(ownGeneration) !== generation) continue;
    yield bytes.toString('latin1', at + OBJECT.length, at + OBJECT.length + LONGEST_OBJECT);
  }
}

/** Packed objects stand behind a list of their numbers and where each begins, counted from `/First`. */
function* packedDefinitions(unpacked: Buffer, dictionary: string, number: number): Generator<string> {
  const first = Number(/\/First[\0\s]+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const pairs = unpacked.toString('latin1', 0, first).matchAll(/(\d+)[\0\s]+(\d+)/g);
  for (const [, own, offset] of pairs) {
    if (Number(own) !== number) continue;
    yield unpacked.toString('latin1', first + Number(offset), first + Number(offset) + LONGEST_OBJECT);
  }
}
