// The orders page as HTML for someone signed in, against a Next page with nothing but the same rows.
import { besideBareNext } from '../bare/start.mjs';
import { below, share } from '../figures.mjs';
import { inTurn } from '../load/measure.mjs';

// Both are measured at the speed that they keep: it takes some hundreds of pages until the engine has compiled Next.
const WARM_UP_SECONDS = 10;

export async function measurePage(instance, options) {
  const [{ slug, tenantId }] = instance.listed;
  const headers = { Cookie: `countinghouse.session=${instance.session}`, Accept: 'text/html' };
  const requests = [{ path: `/${slug}/orders`, headers }];
  const results = await besideBareNext(instance, (port) => {
    const common = { connections: 10, warmUp: WARM_UP_SECONDS };
    const bare = { ...common, port, requests: [{ path: `/?tenant=${tenantId}` }] };
    return inTurn({ product: { ...common, port: instance.ports.web, requests }, bare }, options);
  });
  const { product, bare } = results;
  return [
    share({
      what: 'page: orders as HTML, 10 connections',
      unit: '/s',
      measured: product.perSecond,
      ceiling: bare.perSecond,
      goal: 0.5,
      details: results,
    }),
    below({ what: 'page: p95', unit: 'ms', measured: product.p95, goal: 200 }),
  ];
}
