import { lastColdStart } from './lastColdStart';

/** One character a minute: "-" is a gap. */
const values = (text: string): (number | null)[] =>
  Array.from(text, (one) => (one === '-' ? null : Number(one)));
const start = (spec: string, available: string) =>
  lastColdStart({
    times: Array.from(spec, (_one, index) => index * 60),
    spec: values(spec),
    available: values(available),
  });

it.each<[string, string, string, { at: number; seconds: number } | undefined]>([
  ['no data', '', '', undefined],
  ['always awake', '1111', '1111', undefined],
  ['always asleep', '0000', '0000', undefined],
  ['a start', '001111', '000011', { at: 240, seconds: 120 }],
  ['a start between two samples', '0011', '0011', { at: 120, seconds: 0 }],
  ['the newest of two', '01110011', '00110001', { at: 420, seconds: 60 }],
  ['one that is still under way', '011100111', '001100000', { at: 120, seconds: 60 }],
  ['one that was given up', '0110000', '0000000', undefined],
  ['more replicas after it', '01233', '00123', { at: 120, seconds: 60 }],
  ['several at once', '03333', '00022', { at: 180, seconds: 120 }],
  ['awake before the history begins', '111', '011', undefined],
  ['the replica of before that still serves', '0111', '1111', undefined],
  ['a gap before the start', '0-11', '0-01', undefined],
  ['a gap in it', '01-11', '00-01', undefined],
  ['a gap after it', '011-1', '001-1', { at: 120, seconds: 60 }],
])('%s', (_case, spec, available, expected) => {
  expect(start(spec, available)).toEqual(expected);
});
