import { announcedUrl, announcement } from './announcement';

describe('the line that says that the sandbox is ready', () => {
  const output = `Building ...\n\n${announcement('sandbox', 'http://127.0.0.1:43210')}\nEnd it with Ctrl-C.\n`;

  it('is read with the port that was really taken', () => {
    expect(announcedUrl(output)).toBe('http://127.0.0.1:43210');
  });

  it('is not read before it is whole', () => {
    for (let length = 0; length < output.indexOf('/llm-autoscaling'); length += 1)
      expect(announcedUrl(output.slice(0, length))).toBeUndefined();
  });
});
