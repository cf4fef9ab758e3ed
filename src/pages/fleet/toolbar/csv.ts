/** A cell: text, a number, or nothing that is known. */
export type CsvCell = string | number | undefined;

/**
 * A cell as text. What a spreadsheet would take for a formula is quoted with an apostrophe (OWASP, "CSV injection"),
 * also behind white space; numbers are written by us and stay as they are.
 */
function cellText(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Comma-separated lines (RFC 4180), the head first, with the mark that tells spreadsheets that it is UTF-8. */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}
