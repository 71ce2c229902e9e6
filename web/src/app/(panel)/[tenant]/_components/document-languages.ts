import 'server-only';
import { languages } from '@countinghouse/core/platform/time';
import { nameOf, type Choice } from './choices';

/** The languages that documents are written in. */
export const documentLanguages = (language: string): Choice[] =>
  languages.map((value) => ({ value, label: nameOf('language', value, language) }));
