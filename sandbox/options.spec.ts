import { readOptions, usage } from './options';
import { scenarioNames } from './scenarios/scenario';

describe('the command line of the sandbox', () => {
  it('has defaults for everything', () => {
    expect(readOptions([])).toEqual({
      port: 9000,
      scenario: 'burst',
      speed: 10,
      metrics: 'built-in',
      build: true,
      help: false,
    });
  });

  it('takes what is given', () => {
    const given = [
      '--port',
      '0',
      '--scenario',
      'quiet',
      '--speed=2.5',
      '--metrics=prometheus',
      '--no-build',
      '--help',
    ];
    expect(readOptions(given)).toEqual({
      port: 0,
      scenario: 'quiet',
      speed: 2.5,
      metrics: 'prometheus',
      build: false,
      help: true,
    });
  });

  it.each([
    [['--port', 'web'], '--port takes a number from 0 to 65535, not "web".'],
    [['--port', '80.5'], '--port takes a whole number, not "80.5".'],
    [['--speed', '31'], '--speed takes a number from 1 to 30, not "31".'],
    [['--speed', ''], '--speed takes a number from 1 to 30, not "".'],
    [['--write'], '--write goes with --kubeconfig.'],
    [['--thanos', 'https://x'], '--thanos goes with --kubeconfig.'],
    [['--kubeconfig', 'c', '--thanos', 'x'], '--thanos takes a URL, not "x".'],
    [['--sped', '3'], "Unknown option '--sped'"],
  ])('refuses %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it('only reads a real cluster unless it is told to write', () => {
    const real = ['--kubeconfig', 'c', '--context', 'x', '--thanos', 'https://t', '--insecure'];
    const expected = { kubeconfig: 'c', context: 'x', thanos: 'https://t', insecure: true, write: false };
    expect(readOptions(real).real).toEqual(expected);
    expect(readOptions([...real, '--write']).real?.write).toBe(true);
  });

  it('names every scenario in its help', () => {
    for (const name of scenarioNames()) expect(usage).toContain(name);
  });
});
