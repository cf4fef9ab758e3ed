function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const plain = /^[A-Za-z_/][\w./ -]*$/;
const keywords = /^(?:true|false|yes|no|on|off|null|~)$/i;

function scalar(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return plain.test(value) && !keywords.test(value) && value.trim() === value ? value : JSON.stringify(value);
}

/** The lines of a JSON value as YAML, block style; a JSON string is a YAML string. */
export function yamlLines(value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return ['[]'];
    return value.flatMap((item) =>
      yamlLines(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`),
    );
  }
  if (!isRecord(value)) return [scalar(value)];
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  if (entries.length === 0) return ['{}'];
  return entries.flatMap(([key, member]) => {
    const lines = yamlLines(member);
    const nested = Array.isArray(member) || isRecord(member);
    const inline = !nested || (lines.length === 1 && /^(?:\[\]|\{\})$/.test(lines[0] ?? ''));
    return inline
      ? [`${scalar(key)}: ${lines[0] ?? ''}`]
      : [`${scalar(key)}:`, ...lines.map((line) => `  ${line}`)];
  });
}

/** One line of a comparison. */
export interface ComparedLine {
  sign: ' ' | '-' | '+';
  text: string;
}

/** Lengths of the longest common rests of two texts, by the lines that are behind in each. */
function commonRests(before: readonly string[], after: readonly string[]): (i: number, j: number) => number {
  const rows = [...before, ''].map(() => [...after, ''].map(() => 0));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const length = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      rows[i]?.splice(j, 1, length);
    }
  }
  return at;
}

/** The longest common lines of two short texts stay, the others are taken out and put in. */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const rest = commonRests(before, after);
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [old, next] = [before[i], after[j]];
    if (old === undefined && next === undefined) return lines;
    if (old !== undefined && old === next) {
      lines.push({ sign: ' ', text: old });
      i += 1;
      j += 1;
    } else if (next === undefined || (old !== undefined && rest(i + 1, j) >= rest(i, j + 1))) {
      lines.push({ sign: '-', text: old ?? '' });
      i += 1;
    } else {
      lines.push({ sign: '+', text: next });
      j += 1;
    }
  }
}
