import { IconHome } from '@tabler/icons-react';
import { createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { staticMarkup } from './static-markup';

const Label = ({ tone, children }: { tone: string; children?: ReactNode }) =>
  createElement('span', { className: `label ${tone}` }, children);

const nasty = `"><script>alert('x')</script>&amp;`;

describe('staticMarkup', () => {
  it.each<[string, ReactNode]>([
    ['text', 'plain'],
    ['text that looks like HTML', nasty],
    ['a number', 12.5],
    ['nothing', [null, undefined, true, false, '']],
    ['an attribute that looks like HTML', createElement('a', { href: `/x?q=${nasty}`, title: nasty }, nasty)],
    ['a component', createElement(Label, { tone: 'good' }, 'Placed ', createElement('b', null, 1))],
    ['a fragment and a list', createElement(Fragment, null, ['a', createElement('i', { key: 1 }, 'b')])],
    ['a box', createElement('input', { type: 'checkbox', disabled: true, 'aria-label': nasty })],
    ['aria and data', createElement('td', { 'aria-hidden': true, 'data-id': nasty, className: undefined })],
    ['an icon', createElement(IconHome, { size: 18, stroke: 1.6 })],
  ])('writes %s as React does', (_, node) => {
    const asReact = (html: string) => html.replaceAll('&#x27;', '&#39;');
    expect(staticMarkup(node)).toBe(asReact(renderToStaticMarkup(node)));
  });

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'leaves out the address %s',
    (href) => {
      expect(staticMarkup(createElement('a', { href }, 'x'))).toBe('<a>x</a>');
    },
  );

  it.each<[string, ReactNode]>([
    ['handlers', createElement('b', { onClick: () => undefined })],
    ['raw HTML', createElement('b', { dangerouslySetInnerHTML: { __html: '<i>' } })],
    ['names that are no attributes', createElement('b', { ['x onclick=alert(1) ']: 'y' })],
    ['promises', Promise.resolve('later')],
  ])('refuses %s', (_, node) => {
    expect(() => staticMarkup(node)).toThrow();
  });
});
