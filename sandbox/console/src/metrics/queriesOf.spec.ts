import { queriesOf } from './queriesOf';

it.each([
  ['', []],
  ['?query0=up', ['up']],
  ['?query0=sum%28a%29&range=1h&query1=b%20%2B%201', ['sum(a)', 'b + 1']],
])('the queries of %j', (search, expected) => {
  expect(queriesOf(search)).toEqual(expected);
});
