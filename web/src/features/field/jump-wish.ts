/** What somebody wants who opens the sheet: to look around or to search. */
export type JumpWish = 'contents' | 'search';
