import bursty from '../../src/loadtest/testdata/burst.json';
import constant from '../../src/loadtest/testdata/constant.json';
import sweep from '../../src/loadtest/testdata/sweep.json';
import { helmRuns, render } from '../testing/helm';

(helmRuns ? describe : describe.skip)('load-test, as the console builds it', () => {
  // The console's builder is held against these files, also where there is no Helm.
  it.each([
    ['burst', bursty],
    ['constant', constant],
    ['sweep', sweep],
  ])('renders src/loadtest/testdata/%s.json', (profile, file) => {
    expect(render('load-test', { release: 'load', values: [`ci/${profile}-values.yaml`] })).toEqual([file]);
  });
});
