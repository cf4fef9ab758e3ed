import { readSetting, subscribeSettings, writeSetting } from '../settings';

/** The console's choices; the first one follows the operating system. */
export const themes = ['systemDefault', 'light', 'dark'] as const;
/** One of them. */
export type Theme = (typeof themes)[number];

const key = 'bridge/theme';
const darkClass = 'pf-v6-theme-dark';
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme that was chosen; light when none was. */
export function chosenTheme(): Theme {
  const stored = readSetting(key);
  return themes.find((theme) => theme === stored) ?? 'light';
}

function apply(): void {
  const theme = chosenTheme();
  const dark = theme === 'dark' || (theme === 'systemDefault' && prefersDark.matches);
  document.documentElement.classList.toggle(darkClass, dark);
}

/** Chooses a theme, for this page and for later ones. */
export function chooseTheme(theme: Theme): void {
  writeSetting(key, theme);
}

/** Puts the chosen theme on the page, and keeps doing so. */
export function followTheme(): void {
  apply();
  prefersDark.addEventListener('change', apply);
  subscribeSettings(apply);
}
