/** Powers of ten of resource.Quantity's suffixes (k8s.io/apimachinery pkg/api/resource/suffix.go). */
const decimal: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
/** Powers of 1024 of the others. */
const binary = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const pattern = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i))?$/;

/** A Kubernetes quantity ("2", "2500m", "2Gi", "1e3") as a number; undefined for anything else. */
export function parseQuantity(quantity: string | number | undefined): number | undefined {
  if (typeof quantity === 'number') return Number.isFinite(quantity) ? quantity : undefined;
  const match = pattern.exec(quantity ?? '');
  if (match === null) return undefined;
  const [, digits = '', exponent = '', suffix = ''] = match;
  if (exponent !== '') return Number(digits + exponent);
  const power = decimal.get(suffix);
  return power === undefined
    ? Number(digits) * 1024 ** (binary.indexOf(suffix) + 1)
    : Number(`${digits}e${power.toString()}`);
}
