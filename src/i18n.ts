import { useTranslation } from 'react-i18next';

/** Looks up a text by its English words; only literal keys, so that the extractor finds them all. */
export type Translate = ReturnType<typeof useT>;

/** The plugin's texts in the language of the console. The only import of react-i18next. */
export function useT() {
  return useTranslation('plugin__llm-autoscaling').t;
}
