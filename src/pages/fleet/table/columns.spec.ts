import { columnNames, narrowestTable, sortOfColumn, usuallyHidden } from './columns';

describe('the columns', () => {
  it('fit beside the navigation of a screen of 1280 px as they usually are', () => {
    const usual = columnNames.filter((column) => !usuallyHidden.includes(column));
    // 1280 px less the navigation and the margins of the page, at 16 px a rem.
    expect(narrowestTable(usual)).toBeLessThanOrEqual(918 / 16);
    expect(narrowestTable(columnNames)).toBeGreaterThan(narrowestTable(usual));
  });

  it('sort, all but the switch', () => {
    expect(columnNames.filter((column) => sortOfColumn[column] === undefined)).toEqual(['autoscaling']);
  });
});
