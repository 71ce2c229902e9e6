import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonWords } from './common-words';
import { demandGoodPassword, passwordFault } from './password-rules';

const person = { email: 'jelena.petrova@shop.example', name: 'Jelena Petrova' };
const fault = (password: string) => passwordFault(password, person);

describe('a new password', () => {
  it.each(['', 'Xk4!pq9Zt2w', 'elevenchars', '😀😀😀😀😀😀'])(
    'of fewer than 12 characters is too short: %j',
    (password) => {
      expect(fault(password)).toBe('password-short');
    },
  );

  it('is not endless', () => {
    expect(fault('mint-ledger '.repeat(20))).toBe('password-long');
  });

  it.each([
    'password1234',
    'Password123!',
    'P@ssw0rd2024!',
    'passwordpassword',
    'iloveyou2023!!',
    'qwertyuiop12',
    'qwerty123456',
    '1q2w3e4r5t6y',
    'asdfghjkl123',
    '123456789012',
    '098765432109',
    'abcdefghijkl',
    'aaaaaaaaaaaa',
    '121212121212',
    'abc123abc123',
    'letmein123456',
    'welcome2024!!',
    'Administrator1',
    'football2020!',
    'dragonmonkey12',
    'countinghouse-demo',
    'пароль123456',
    'йцукенгшщзхъ',
    'Привет2024!!!',
    'ghbdtn123456',
    'parol1234567',
    'Toshkent2024!',
    'uzbekistan1991',
    'princess 2010',
  ])('that is common or built like the common ones is refused: %s', (password) => {
    expect(fault(password)).toBe('password-common');
  });

  it.each(['jelena.petrova1', 'Petrova-2024!', 'xx-JELENA-9999'])(
    'about the person is refused: %s',
    (password) => {
      expect(fault(password)).toBe('password-personal');
    },
  );

  it.each([
    'correct horse battery staple',
    'mint-ledger-copper-42',
    'vK9#tQ2!mZ7pLw',
    'dragon monkey football guitar',
    'обшивка якорь двадцать',
    'choynak daftar olma yomgir',
    'petrova walks a purple walrus',
    '840271956302',
  ])('that is hard to guess is taken: %s', (password) => {
    expect(fault(password)).toBeNull();
  });

  it('is never one common word with digits or signs behind it', () => {
    const tail = fc.stringMatching(/^[0-9!?.]{8,10}$/);
    fc.assert(
      fc.property(tail, (end) => {
        expect([...commonWords].filter((word) => fault(word + end) === null)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('names the field and the reason', () => {
    expect(() => demandGoodPassword('newPassword', 'password1234', person)).toThrow(
      expect.objectContaining({
        code: 'invalid',
        reason: 'password-common',
        faults: [expect.objectContaining({ path: 'newPassword' })],
      }),
    );
  });
});
