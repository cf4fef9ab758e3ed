import { known } from './known';

it('keeps what is known, zero and false too', () => {
  const facts = known({ a: 0, b: undefined, c: false, d: '' });
  expect(Object.keys(facts)).toEqual(['a', 'c', 'd']);
});
