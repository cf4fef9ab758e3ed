import { perLanguage } from '../language';

const relative = perLanguage(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' }),
);
const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago something was, in milliseconds, in its largest unit: "12 sec. ago", "3 days ago"; what is to come counts as 0. */
export function agoWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [unit, size] = units.find(([, length]) => seconds >= length) ?? ['second', 1];
  return relative().format(-Math.floor(seconds / size), unit);
}
