import type { Page } from '@playwright/test';

/** What the page shows, as far as it is the plugin's: words that are not translated, and text that is cut. */
export interface TextFindings {
  untranslated: string[];
  cut: string[];
}

/** Runs in the page. `data` are regular expressions of what comes from the cluster and is never translated. */
function inspect(data: readonly string[]): TextFindings {
  const known = data.map((source) => new RegExp(source, 'g'));
  const translated = /\[[^[\]]*\]/g;

  /** Whether words are left of a text without pseudo text in brackets and without data. */
  function isPlain(text: string): boolean {
    // Data first: brackets in it do not mean that it is translated.
    let left = known.reduce((rest, pattern) => rest.replaceAll(pattern, ''), text);
    while (translated.test(left)) left = left.replaceAll(translated, '');
    return /\p{L}{2}/u.test(left);
  }
  function isOurs(element: Element): boolean {
    if (element.closest('[class*="namespace-bar"], code, pre') !== null) return false;
    return element.checkVisibility({ visibilityProperty: true });
  }
  function textOf(element: Element): string {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    return own
      .map((node) => node.textContent ?? '')
      .join(' ')
      .trim();
  }
  function isCut(element: Element): boolean {
    const clips = element.matches('td, th, button') || getComputedStyle(element).overflowX !== 'visible';
    // Text for screen readers only is one pixel wide.
    return clips && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
  }
  const areas = [...document.querySelectorAll('main, [role="dialog"], [role="menu"]')];
  const elements = areas.flatMap((area) => [...area.querySelectorAll('*')]).filter(isOurs);
  const words = elements.flatMap((element) => [
    textOf(element),
    element.getAttribute('aria-label') ?? '',
    element.getAttribute('placeholder') ?? '',
  ]);
  const cut = elements.filter((element) => textOf(element) !== '' && isCut(element)).map(textOf);
  return { untranslated: [...new Set(words.filter(isPlain))], cut: [...new Set(cut)] };
}

/** Looks at the plugin's area and its dialogs on a pseudo-localised page. */
export async function findPlainText(page: Page, data: readonly RegExp[]): Promise<TextFindings> {
  return page.evaluate(
    inspect,
    data.map(({ source }) => source),
  );
}
