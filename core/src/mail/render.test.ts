import { describe, expect, it } from 'vitest';
import { languages } from '../platform/time';
import { roles } from '../platform/permissions';
import { renderMail } from './render';
import type { MailValues } from './templates';

const link = 'https://books.example/invitation/abc_DEF-123';
const samples: MailValues = {
  invitation: { inviter: 'Ann Lee', company: 'Meridian Gifts', role: 'manager', days: 7, link },
  'password-reset': { name: 'Ann Lee', link },
  'password-changed': { name: 'Ann Lee', link },
};
const templates = Object.keys(samples) as (keyof MailValues)[];
const cases = languages.flatMap((language) => templates.map((template) => ({ language, template })));

describe.each(cases)('the mail $template in $language', ({ language, template }) => {
  const mail = renderMail(template, language, samples[template]);

  it('has a subject of one line, and the link in text and HTML', () => {
    expect(mail.subject).toMatch(/^\S.*\S$/);
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.html).toContain(`lang="${language}"`);
  });

  it('leaves no value out', () => {
    expect(mail.text).not.toMatch(/undefined|\[object|\$\{/);
    expect(mail.text).toContain('Ann Lee');
  });

  it('is written in its own language', () => {
    if (language === 'en') return expect(mail.subject).toMatch(/^[\p{ASCII}]+$/u);
    expect(mail.subject).not.toBe(renderMail(template, 'en', samples[template]).subject);
    if (language === 'ru') expect(mail.text).toMatch(/[а-яё]{4}/i);
    else expect(mail.text).not.toMatch(/[а-яё]/i);
  });
});

describe('what people typed', () => {
  const nasty = `<script>alert("1")</script> & 'Co'`;

  it('is escaped in the HTML', () => {
    const { html, text } = renderMail('invitation', 'en', {
      ...samples.invitation,
      company: nasty,
      inviter: nasty,
    });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Co&#39;');
    expect(text).toContain(nasty);
  });

  it('begins no new header', () => {
    const { subject } = renderMail('invitation', 'en', {
      ...samples.invitation,
      company: 'Co\r\nBcc: all@example.test',
    });
    expect(subject).toBe('Ann Lee invites you to Co Bcc: all@example.test');
  });
});

it('names every role in every language', () => {
  for (const language of languages) {
    const texts = roles.map(
      (role) => renderMail('invitation', language, { ...samples.invitation, role }).text,
    );
    expect(new Set(texts).size).toBe(roles.length);
  }
});
