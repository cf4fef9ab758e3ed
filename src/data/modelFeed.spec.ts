import { aServedModel } from '../resources/testObjects';
import { TooLate } from './change';
import { createModelFeed } from './modelFeed';

describe('createModelFeed', () => {
  it('resolves with the first model that satisfies the condition', async () => {
    const feed = createModelFeed();
    const seen = feed.until(({ name }) => name === 'b');
    feed.push(aServedModel({ name: 'a' }));
    feed.push(aServedModel({ name: 'b' }));
    await expect(seen).resolves.toMatchObject({ name: 'b' });
  });

  it('gives up after two minutes', async () => {
    jest.useFakeTimers();
    await Promise.all([
      expect(createModelFeed().until(() => true)).rejects.toBeInstanceOf(TooLate),
      jest.advanceTimersByTimeAsync(120_000),
    ]);
    jest.useRealTimers();
  });

  it('looks at the model that is there already', async () => {
    const feed = createModelFeed();
    feed.push(aServedModel({ name: 'a' }));
    await expect(feed.until(() => true)).resolves.toMatchObject({ name: 'a' });
  });
});
