import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Fonts of the packages that are installed here, each with its style sheets. Those with one weight per file are
 * embedded as what they are; variable ones (the large scripts of East Asia) as drawings, which makes larger files.
 */
const families: readonly [name: string, sheets: readonly string[]][] = [
  ['@fontsource/ibm-plex-sans', ['400', '500', '600']],
  ['@fontsource/noto-sans', ['400', '600']],
  ['@fontsource/noto-sans-arabic', ['400', '600']],
  ['@fontsource/noto-sans-hebrew', ['400', '600']],
  ['@fontsource/noto-sans-devanagari', ['400', '600']],
  ['@fontsource/noto-sans-bengali', ['400', '600']],
  ['@fontsource/noto-sans-tamil', ['400', '600']],
  ['@fontsource/noto-sans-telugu', ['400', '600']],
  ['@fontsource/noto-sans-thai', ['400', '600']],
  ['@fontsource/noto-sans-georgian', ['400', '600']],
  ['@fontsource/noto-sans-armenian', ['400', '600']],
  ['@fontsource-variable/noto-sans-sc', ['index']],
  ['@fontsource-variable/noto-sans-jp', ['index']],
  ['@fontsource-variable/noto-sans-kr', ['index']],
  ['@fontsource/noto-emoji', ['400']],
];

/** Answers nobody but our own interception: `.invalid` never resolves (RFC 2606). */
export const FONT_ORIGIN = 'https://fonts.invalid';

export interface Fonts {
  /** The style sheet that names every font. */
  css: string;
  /** The file behind an address of that style sheet; undefined for any other address. */
  file(url: string): Buffer | undefined;
}

const source =
  /url\(\.\/files\/([\w.[\]-]+\.woff2)\) format\('([\w-]+)'\)(?:,\s*url\([^)]*\) format\('woff'\))?/g;

/** Reads the style sheets; the fonts themselves are read when a page asks for them. */
export function loadFonts(): Fonts {
  const require = createRequire(import.meta.url);
  const paths = new Map<string, string>();
  const sheets = families.flatMap(([name, files]) => {
    const folder = dirname(require.resolve(`${name}/package.json`));
    return files.map((file) =>
      readFileSync(join(folder, `${file}.css`), 'utf8')
        .replace(/font-display: swap/g, 'font-display: block')
        .replace(source, (_whole, woff2: string, format: string) => {
          const url = `${FONT_ORIGIN}/${woff2}`;
          paths.set(url, join(folder, 'files', woff2));
          return `url(${url}) format('${format}')`;
        }),
    );
  });
  return {
    css: sheets.join('\n'),
    file: (url) => {
      const path = paths.get(url);
      return path === undefined ? undefined : readFileSync(path);
    },
  };
}
