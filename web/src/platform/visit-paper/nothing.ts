/** Stands in for optional parts of the PDF library that are never asked for. */
export const NOTHING = undefined;
