import { unsupportedTypes } from './extensionTypes';
import { modelFlags } from './modelFlags';

const flag = (name: string, group: string, kind: string) => ({
  type: 'console.flag/model',
  properties: { flag: name, model: { group, version: 'v1', kind } },
});

it('sets the flag of a kind that the API serves, and unsets that of one that it does not', () => {
  const extensions = [
    flag('PODS', '', 'Pod'),
    flag('THINGS', 'example.com', 'Thing'),
    flag('OTHERS', 'example.com', 'Other'),
    { type: 'console.page/route', properties: {} },
  ];
  const served = new Set(['core~v1~Pod', 'example.com~v1~Thing']);
  expect(modelFlags(extensions, served)).toEqual({ PODS: true, THINGS: true, OTHERS: false });
});

it('names the extensions that the local console does not act on, each type once', () => {
  const types = ['console.action/provider', 'console.page/route', 'console.action/provider'];
  expect(unsupportedTypes(types.map((type) => ({ type, properties: {} })))).toEqual([
    'console.action/provider',
  ]);
});
