import { csvText } from './csv';

describe('csvText', () => {
  it('writes the head and a line for each row, for spreadsheets in UTF-8', () => {
    const text = csvText(
      ['Name', 'Waiting'],
      [
        ['llama', 7],
        ['phi', undefined],
      ],
    );
    expect(text).toBe('\uFEFFName,Waiting\r\nllama,7\r\nphi,\r\n');
  });

  it.each([
    ['a comma', 'a, b', '"a, b"'],
    ['a quote', 'say "no"', '"say ""no"""'],
    ['a line break', 'one\ntwo', '"one\ntwo"'],
    ['a formula', '=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a plus', '+1', "'+1"],
    ['a minus', '-1', "'-1"],
    ['an at sign', '@sum', "'@sum"],
    ['a tab', '\t=1', "'\t=1"],
    ['white space before a formula', '  =1', "'  =1"],
    ['a sign inside', 'a=b', 'a=b'],
    ['a negative number', -1, '-1'],
    ['zero', 0, '0'],
  ])('writes %s safely', (_what, cell, written) => {
    expect(csvText([], [[cell]])).toBe(`\uFEFF\r\n${written}\r\n`);
  });
});
