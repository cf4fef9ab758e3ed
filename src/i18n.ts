import { useTranslation } from 'react-i18next';

/** Looks up a text by its English words; only literal keys, so that the extractor finds them all. */
export type Translate = ReturnType<typeof useT>;

type Lookup = ReturnType<typeof useTranslation>['t'];

/** So many texts are kept; then it begins anew. */
const most = 2000;

const kept = new WeakMap<Lookup, Lookup>();

/**
 * The same lookup with a memory: i18next takes some 40 µs for a text with its plural and its values, and the rows of a
 * table say mostly the same ones.
 */
function remembering(look: Lookup): Lookup {
  const texts = new Map<string, unknown>();
  const remembered = new Proxy(look, {
    apply(target, self, values: unknown[]): unknown {
      const place = JSON.stringify(values);
      const known = texts.get(place);
      if (known !== undefined) return known;
      if (texts.size >= most) texts.clear();
      const text: unknown = Reflect.apply(target, self, values);
      texts.set(place, text);
      return text;
    },
  });
  kept.set(look, remembered);
  return remembered;
}

/** The plugin's texts in the language of the console. The only import of react-i18next. */
export function useT() {
  const { t } = useTranslation('plugin__llm-autoscaling');
  return kept.get(t) ?? remembering(t);
}
