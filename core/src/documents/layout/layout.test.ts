import { describe, expect, it } from 'vitest';
import { snapshotFullOf } from '../../testing/documents';
import { pdfFileName, type LetterSnapshot } from '../schemas';
import { documentPage, sampleSnapshot } from './index';
import { inkOf } from './style';

const plain: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => plain[name] ?? '')
    .replace(/\s+/g, ' ');

const found = (html: string, pattern: RegExp) =>
  [...new Set([...html.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();

const known = {
  tags: [
    'article',
    'b',
    'bdi',
    'col',
    'colgroup',
    'div',
    'figcaption',
    'figure',
    'footer',
    'h1',
    'header',
    'p',
    'path',
    'section',
    'span',
    'svg',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
  ],
  attributes: ['aria-hidden', 'class', 'colspan', 'd', 'data-long', 'dir', 'lang', 'scope', 'viewBox'],
};

describe('documentPage', () => {
  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    `' style='background:url(http://169.254.169.254/)'`,
    '</style><style>@import "http://redis:6379/"</style>',
    '<iframe src="file:///etc/passwd"></iframe>',
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1/">',
    '<svg onload=alert(1)><foreignObject>',
    '&lt;script&gt;',
    '{{constructor}} ${1} {number}',
  ])('prints %s as what it is, wherever it stands', (hostile) => {
    const { html, css } = documentPage(hostile, snapshotFullOf(hostile));
    expect(found(html, /<([a-z][\w-]*)/gi).filter((name) => !known.tags.includes(name))).toEqual([]);
    expect(found(html, /\s([a-z-]+)="/gi).filter((name) => !known.attributes.includes(name))).toEqual([]);
    expect(css).not.toMatch(/url\(|@import|<|expression/);
    expect(text(html).split(hostile).length).toBeGreaterThan(20);
  });

  it('takes no colour that is none', () => {
    const brand = { ...sampleSnapshot().brand, color: 'red;}body{background:url(http://x/)}' };
    const { css, html } = documentPage('1', sampleSnapshot({ brand }));
    expect(css + html).not.toContain('http');
    expect(css).toContain('.c1f6b4a{--brand:#1f6b4a}');
  });

  it.each([
    ['en', 'a4', '1,234,567.89', '12 Nov 2026', 'Invoice'],
    ['en', 'letter', '1,234,567.89', 'Nov 12, 2026', 'Invoice'],
    ['ru', 'a4', '1\u202f234\u202f567,89', '12 ноя 2026', 'Счёт'],
    ['uz', 'a4', '1\u202f234\u202f567,89', '12-noy 2026', 'Hisob-faktura'],
  ] as const)('writes as %s on %s does', (language, paper, amount, date, title) => {
    const { totals, brand } = sampleSnapshot();
    const snapshot = sampleSnapshot({
      language,
      totals: { ...totals, payableMinor: '123456789' },
      brand: { ...brand, paper },
    });
    const page = documentPage('INV-1', snapshot);
    expect(page).toMatchObject({ language, paper, title: `${title} INV-1` });
    for (const part of [amount, date, title]) expect(page.html).toContain(part);
  });

  it.each([
    ['en', 'Invoice Draft'],
    ['ru', 'Счёт Черновик'],
    ['uz', 'Hisob-faktura Qoralama'],
  ] as const)('says in the language of the document, %s, that a draft is one', (language, title) => {
    const page = documentPage(null, sampleSnapshot({ language }));
    expect(page.title).toBe(title);
    expect(text(page.html)).toContain(title);
  });

  it('says that an invoice deducts deposits, and for which invoice a credit note is', () => {
    const deductions = [
      { number: 'INV-9', issueDate: '2026-10-01', netMinor: '10000', taxMinor: '2000', totalMinor: '12000' },
    ];
    expect(text(documentPage('1', sampleSnapshot({ deductions })).html)).toMatch(
      /Final invoice .*INV-9 of 1 Oct 2026 −100.00 −20.00 −120.00/,
    );
    const preceding = [{ number: 'INV-7', issueDate: '2026-09-30' }];
    expect(text(documentPage('1', sampleSnapshot({ kind: 'credit_note', preceding })).html)).toMatch(
      /Credit note .*For invoice INV-7 of 30 Sep 2026.*Amount credited/,
    );
  });

  it('gives a reason where there is no tax, and the tax in the currency of the books', () => {
    const html = documentPage(
      '1',
      sampleSnapshot({
        taxGroups: [{ taxCode: 'AE', taxRate: '0', baseMinor: '100', taxMinor: '0', exemptionReason: null }],
        taxCurrency: {
          currency: 'USD',
          rate: '1.2534',
          rateDate: '2026-11-11',
          rateSource: 'ECB',
          taxMinor: '7765',
        },
      }),
    ).html;
    expect(text(html)).toContain('Reverse charge: the customer owes the tax');
    expect(text(html)).toContain('Tax in USD: 77.65 USD (1 GBP = 1.2534 USD, ECB, 11 Nov 2026)');
  });

  it('prints a legal reason whole, however long it is', () => {
    const reason = `Exempt under ${'article 132(1)(i) of Directive 2006/112/EC and '.repeat(10)}the law.`;
    const group = {
      taxCode: 'E' as const,
      taxRate: '0',
      baseMinor: '100',
      taxMinor: '0',
      exemptionReason: reason,
    };
    const { html } = documentPage('1', sampleSnapshot({ taxGroups: [group] }));
    expect(text(html)).toContain(reason);
  });

  it('draws a payment code for euro that are owed, and for nothing else', () => {
    const sample = sampleSnapshot();
    const accounts = sample.payment.accounts.map((each) => ({ ...each, currency: 'EUR' }));
    const euro = sampleSnapshot({ currency: 'EUR', payment: { ...sample.payment, accounts } });
    const drawn = (own: Partial<typeof euro>) =>
      documentPage('1', { ...euro, ...own }).html.includes('<svg class="qr"');
    expect(drawn({})).toBe(true);
    expect(drawn({ kind: 'offer' })).toBe(false);
    expect(drawn({ kind: 'credit_note' })).toBe(false);
    expect(drawn({ currency: 'GBP' })).toBe(false);
    expect(drawn({ totals: { ...euro.totals, payableMinor: '0' } })).toBe(false);
    expect(drawn({ payment: sample.payment })).toBe(false);
  });

  it('shows a letter with what is open', () => {
    const { seller, buyer, payment, brand } = sampleSnapshot();
    const letter: LetterSnapshot = {
      schema: 1,
      kind: 'reminder',
      language: 'en',
      issueDate: '2026-11-29',
      title: 'Second reminder',
      seller,
      buyer,
      currency: 'GBP',
      period: null,
      openingMinor: '0',
      entries: [
        {
          date: '2026-10-02',
          number: 'INV-1',
          kind: 'invoice',
          dueDate: '2026-10-16',
          amountMinor: '119000',
          openMinor: '69000',
        },
      ],
      totalMinor: '69000',
      payment,
      intro: '',
      outro: '',
      footer: '',
      brand,
    };
    expect(text(documentPage('R-1', letter).html)).toMatch(
      /Second reminder R-1 .*2 Oct 2026 Invoice INV-1 16 Oct 2026 1,190.00 690.00 .*Total open 690.00 GBP/,
    );
  });
});

it.each([
  ['INV-2026-00001', 'INV-2026-00001.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['Счёт 1/2026', 'Счёт-1-2026.pdf'],
  ['...', 'document.pdf'],
])('the file of %s is %s', (number, name) => {
  expect(pdfFileName(number)).toBe(name);
});

it.each(['#ffffff', '#ffe000', '#00ff00', '#1f6b4a', '#000000'])(
  'makes %s dark enough to be read',
  (color) => {
    const channel = (at: number) => {
      const share = parseInt(inkOf(color).slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    const light = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
    expect(1.05 / (light + 0.05)).toBeGreaterThanOrEqual(4.5);
  },
);

it('names a country abroad with the letters that the fonts have', () => {
  const sample = sampleSnapshot({ language: 'uz' });
  const { address } = sample.buyer;
  const buyer = { ...sample.buyer, address: address && { ...address, country: 'UZ' } };
  expect(text(documentPage('1', { ...sample, buyer }).html)).toContain('O‘zbekiston');
});
