// Repairs hydration in the React that Next 15 brings (react/react 37584, repaired there by 35494): an element whose
// child arrives a moment late is begun again without going back to its place in the page. ADR 0014.
const place = 'case 5:\n      resetHooksOnUnwind(next);\n';
const goBack = `      if (isHydrating && next === hydrationParentFiber && next.stateNode) {
        nextHydratableInstance = next.stateNode;
        popToNextHostParent(next);
      }
`;

/** A webpack loader for `react-dom-client.production.js`. */
module.exports = function hydrateReplayed(source) {
  if (!source.includes(place)) {
    throw new Error(
      'React has changed: see whether ADR 0014 can go, and web/scripts/hydrate-replayed.cjs with it',
    );
  }
  return source.replace(place, place + goBack);
};
