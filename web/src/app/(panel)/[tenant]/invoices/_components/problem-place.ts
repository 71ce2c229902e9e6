/** Where something that keeps a document from being issued is mended. */
export type ProblemPlace = 'company' | 'accounts' | 'customer' | 'taxes' | 'draft';

const places: readonly (readonly [pattern: RegExp, place: ProblemPlace])[] = [
  [/^payment\.accounts/, 'accounts'],
  [/^(seller|company)\b/, 'company'],
  [/^(buyer|customer|deliverTo)\b/, 'customer'],
  [/^taxGroups\b/, 'taxes'],
];

/** By the path of the problem, such as `buyer.address.country`. */
export const placeOf = (path: string): ProblemPlace =>
  places.find(([pattern]) => pattern.test(path))?.[1] ?? 'draft';
