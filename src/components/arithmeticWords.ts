import type { Translate } from '../i18n';
import type { Arithmetic } from '../status/arithmetic';
import { formatNumber } from './quantities';

interface Bounds {
  min: number;
  max: number;
}

/** How the load becomes replicas, such as "24 / 2 = 12, limited to 6". */
export function arithmeticWords(arithmetic: Arithmetic, { min, max }: Bounds, t: Translate): string {
  const facts = {
    load: formatNumber(arithmetic.load),
    threshold: formatNumber(arithmetic.threshold),
    wants: formatNumber(arithmetic.wants),
  };
  if (arithmetic.withinTolerance) {
    return t('{{load}} / {{threshold}} is within 10 % of {{wants}}', facts);
  }
  if (arithmetic.limitedTo === 'max') {
    return t('{{load}} / {{threshold}} = {{wants}}, limited to {{limit}}', {
      ...facts,
      limit: formatNumber(max),
    });
  }
  if (arithmetic.limitedTo === 'min') {
    return t('{{load}} / {{threshold}} = {{wants}}, at least {{limit}}', {
      ...facts,
      limit: formatNumber(min),
    });
  }
  return t('{{load}} / {{threshold}} = {{wants}}', facts);
}
