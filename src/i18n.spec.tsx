import { act, renderHook } from '@testing-library/react';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { useT } from './i18n';

const texts = {
  waiting_one: '{{number}} waits',
  waiting_other: '{{number}} wait',
  pair: '{{one}} of {{two}}',
};

async function setUp() {
  const i18n = createInstance();
  const de = { ...texts, pair: '{{one}} von {{two}}' };
  await i18n.use(initReactI18next).init({
    lng: 'en',
    showSupportNotice: false,
    resources: {
      en: { 'plugin__llm-autoscaling': texts },
      de: { 'plugin__llm-autoscaling': de },
    },
    interpolation: { escapeValue: false },
  });
  const looked = jest.spyOn(i18n.services.interpolator, 'interpolate');
  const wrapper = ({ children }: { children: ReactNode }) => (
    <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
  );
  const { result } = renderHook(() => useT(), { wrapper });
  return { i18n, looked, result };
}

describe('useT', () => {
  it('says each text with its own values', async () => {
    const { result } = await setUp();
    const t = result.current;
    // Keys that the extractor must not find.
    const [waiting, pair] = ['waiting', 'pair'];
    expect(t(waiting, { count: 1, number: 1 })).toBe('1 waits');
    expect(t(waiting, { count: 2, number: 2 })).toBe('2 wait');
    expect(t(pair, { one: 1, two: 2 })).toBe('1 of 2');
    expect(t(pair, { two: 1, one: 2 })).toBe('2 of 1');
  });

  it('looks up a text once', async () => {
    const { result, looked } = await setUp();
    const [pair] = ['pair'];
    const say = () => result.current(pair, { one: 1, two: 2 });
    const first = say();
    const times = looked.mock.calls.length;
    expect(say()).toBe(first);
    expect(looked.mock.calls).toHaveLength(times);
  });

  it('follows the language', async () => {
    const { i18n, result } = await setUp();
    const [pair] = ['pair'];
    expect(result.current(pair, { one: 1, two: 2 })).toBe('1 of 2');
    await act(() => i18n.changeLanguage('de'));
    expect(result.current(pair, { one: 1, two: 2 })).toBe('1 von 2');
  });
});
