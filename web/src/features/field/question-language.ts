import { remembered } from '../../platform/remembered.ts';

/** In which language questions are read aloud on this device, by its tag; undefined is Indonesian. */
export const questionLanguage = remembered('question-language');
