import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const special = /[&<>"']/g;

/** Text as it stands in HTML, in content and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(special, (sign) => entities[sign] ?? sign);

const attributeNames: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  dateTime: 'datetime',
  strokeWidth: 'stroke-width',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
};
const notAttributes = new Set(['children', 'key', 'ref']);
const voidTags = new Set(['br', 'hr', 'img', 'input', 'wbr']);
const safeAddress = /^(?:https?:|mailto:|tel:|[/?#])/i;
const plainName = /^[a-zA-Z][\w-]*$/;

function attribute(name: string, value: unknown): string {
  if (notAttributes.has(name) || value === undefined || value === null || value === false) return '';
  const isText = typeof value === 'string' || typeof value === 'number' || value === true;
  if (!isText || !plainName.test(name)) throw new Error(`A cell of a list cannot have the property ${name}`);
  if ((name === 'href' || name === 'src') && !safeAddress.test(String(value))) return '';
  const written = attributeNames[name] ?? name;
  if (value === true) return name.startsWith('aria-') ? ` ${written}="true"` : ` ${written}=""`;
  return ` ${written}="${escapeHtml(String(value))}"`;
}

type Props = Record<string, unknown> & { children?: ReactNode };

function tag(name: string, props: Props): string {
  let open = `<${name}`;
  for (const key in props) open += attribute(key, props[key]);
  return voidTags.has(name) ? `${open}/>` : `${open}>${staticMarkup(props.children)}</${name}>`;
}

type Component = (props: Props) => ReactNode;

/** The function of a plain component or of one that forwards a ref; parts of the browser have none here. */
function functionOf(type: unknown): Component {
  if (typeof type === 'function' && !('$$typeof' in type)) return type as Component;
  if (typeof type === 'object' && type !== null && 'render' in type && typeof type.render === 'function') {
    return type.render as Component;
  }
  throw new Error('A cell of a list is drawn on the server and cannot hold a client component');
}

function elementMarkup({ type, props }: ReactElement<Props>): string {
  if (typeof type === 'string') return tag(type, props);
  if ((type as unknown) === Fragment) return staticMarkup(props.children);
  return staticMarkup(functionOf(type)(props));
}

/**
 * Plain elements as HTML text, everything in them escaped. Lists are drawn this way: as elements, React would
 * render and send every cell twice, which is most of what a page of fifty rows costs (ADR 0011).
 * @throws Error for client components, handlers and raw HTML, which have no place in a cell
 */
export function staticMarkup(node: ReactNode): string {
  if (typeof node === 'string') return escapeHtml(node);
  if (typeof node === 'number' || typeof node === 'bigint') return String(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return (node as ReactNode[]).map(staticMarkup).join('');
  if (isValidElement<Props>(node)) return elementMarkup(node);
  throw new Error('A cell of a list holds text and plain elements, nothing that is awaited');
}
