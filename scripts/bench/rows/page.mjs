// The orders page as HTML for someone signed in, against a Next page with nothing but the same rows.
import { besideBareNext } from '../bare/start.mjs';
import { below, share } from '../figures.mjs';
import { inTurn } from '../load/measure.mjs';

export async function measurePage(instance, options) {
  const [{ slug, tenantId }] = instance.listed;
  const headers = { Cookie: `countinghouse.session=${instance.session}`, Accept: 'text/html' };
  const requests = [{ path: `/${slug}/orders`, headers }];
  const results = await besideBareNext(instance, (port) => {
    const bare = { port, connections: 10, requests: [{ path: `/?tenant=${tenantId}` }] };
    return inTurn({ product: { port: instance.ports.web, connections: 10, requests }, bare }, options);
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
