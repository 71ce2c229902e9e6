import { getuid } from 'node:process';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';
import { runInBackground } from '@countinghouse/core/platform/background';
import { config } from '@countinghouse/core/platform/config';
import { existing, singleton } from '@countinghouse/core/platform/singleton';
import { FONT_ORIGIN, loadFonts, type Fonts } from './fonts';

/** A browser is replaced after so many printings: whatever it may have gathered goes with it. */
const PRINTINGS = 500;
const LAUNCH_MS = 30_000;
/** Longest markup that is printed at a time, in characters. */
const MOST_CHARACTERS = 64 * 1_048_576;

/** Nothing leaves: no name resolves, no service of the browser runs, no script may grow. */
const flags = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--js-flags=--max-old-space-size=256',
  '--font-render-hinting=none',
];

/** What a page may ask for, written into the page itself; the interception of requests says the same. */
const policy = `default-src 'none'; img-src data:; font-src ${FONT_ORIGIN}; style-src 'unsafe-inline'`;

const shell = (fonts: Fonts) =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">` +
  `<style>${fonts.css}</style><style id="look"></style><style>html,body{margin:0;padding:0}</style></head>` +
  `<body></body></html>`;

/** The sandbox is on unless a setting says otherwise; root, who cannot have one, prints without in demo and development. */
function sandboxed(): boolean {
  const { CHROMIUM_SANDBOX, COUNTINGHOUSE_DEMO, NODE_ENV } = config();
  const forgiving = COUNTINGHOUSE_DEMO || NODE_ENV !== 'production';
  return CHROMIUM_SANDBOX && !(forgiving && getuid?.() === 0);
}

interface Open {
  browser: Browser;
  page: Page;
  printings: number;
}

/** What can be done with the page while it is ours: draw documents, look at them, print them. */
export interface Desk {
  draw(markup: string, css: string): Promise<void>;
  /** Runs a function of ours in the page; it may use nothing but the page. */
  look<Result>(question: () => Result): Promise<Result>;
  print(): Promise<Buffer>;
}

/**
 * One browser with one page that prints document after document (rule 22): scripts off, every request refused but
 * those for our own fonts. One user at a time.
 */
export class Printer {
  private readonly fonts = loadFonts();
  private open: Promise<Open> | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  /** Runs `work` when the page is free. Whatever goes wrong, the next one finds a fresh browser. */
  use<Result>(work: (desk: Desk) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    const turn = this.queue.then(() => this.turn(work, signal));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    const opened = this.open;
    this.open = undefined;
    await opened?.then(({ browser }) => browser.close()).catch(() => undefined);
  }

  private async turn<Result>(work: (desk: Desk) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    signal.throwIfAborted();
    const opened = await (this.open ??= this.launch());
    const stop = () => void this.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const result = await work(deskOf(opened.page));
      opened.printings += 1;
      if (opened.printings >= PRINTINGS) await this.close();
      return result;
    } catch (error) {
      await this.close();
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private async launch(): Promise<Open> {
    const browser = await chromium.launch({
      executablePath: config().CHROMIUM_PATH,
      chromiumSandbox: sandboxed(),
      args: flags,
      timeout: LAUNCH_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    try {
      await putInBackground(browser);
      const context = await browser.newContext({
        javaScriptEnabled: false,
        offline: true,
        serviceWorkers: 'block',
      });
      await context.route('**', (route) => this.answer(route));
      const page = await context.newPage();
      page.on('crash', () => void this.close());
      page.on('popup', (other) => void other.close());
      await page.setContent(shell(this.fonts));
      browser.on('disconnected', () => (this.open = undefined));
      return { browser, page, printings: 0 };
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  private answer(route: Route): Promise<void> {
    const font = this.fonts.file(route.request().url());
    if (!font) return route.abort('blockedbyclient');
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'font/woff2' };
    return route.fulfill({ status: 200, headers, body: font });
  }
}

/** The browser is a session of its own: what the worker leaves to others, it leaves as well. */
async function putInBackground(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'browser') runInBackground(id);
  await session.detach();
}

const deskOf = (page: Page): Desk => ({
  async draw(markup, css) {
    if (markup.length > MOST_CHARACTERS) throw new Error('the document is too large to print');
    await page.evaluate(
      async ([html = '', look = '']) => {
        (document.getElementById('look') as HTMLStyleElement).textContent = look;
        document.body.innerHTML = html;
        // Fonts are asked for by the first layout, and may ask for others by the second.
        for (let round = 0; round < 3; round += 1) {
          document.body.getBoundingClientRect();
          if (document.fonts.status === 'loaded') break;
          await document.fonts.ready;
        }
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
      },
      [markup, css],
    );
  },
  // As text, because a transpiler may have put helpers into the function that the page does not have.
  look: <Result>(question: () => Result) =>
    page.evaluate<Result>(`(() => { const __name = (each) => each; return (${question.toString()})(); })()`),
  print: () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false }),
});

/** The printer of this process. */
export const printer = (): Printer => singleton('printer', () => new Printer());

/** Closes the browser, if one was started. */
export const closePrinter = async (): Promise<void> => existing<Printer>('printer')?.close();
