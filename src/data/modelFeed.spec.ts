import { aServedModel } from '../resources/testObjects';
import { createModelFeed } from './modelFeed';

describe('createModelFeed', () => {
  it('resolves with the first model that satisfies the condition', async () => {
    const feed = createModelFeed();
    const seen = feed.until(({ name }) => name === 'b');
    feed.push(aServedModel({ name: 'a' }));
    feed.push(aServedModel({ name: 'b' }));
    await expect(seen).resolves.toMatchObject({ name: 'b' });
  });

  it('looks at the model that is there already', async () => {
    const feed = createModelFeed();
    feed.push(aServedModel({ name: 'a' }));
    await expect(feed.until(() => true)).resolves.toMatchObject({ name: 'a' });
  });
});
