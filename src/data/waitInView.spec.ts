import { waitInView } from './waitInView';

let hidden = false;

function setHidden(now: boolean) {
  hidden = now;
  document.dispatchEvent(new Event('visibilitychange'));
}

async function begin() {
  const ended = jest.fn();
  void waitInView(5000).then(ended);
  await Promise.resolve();
  return ended;
}

describe('waitInView', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
    hidden = false;
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('ends after its time in a tab that is seen', async () => {
    const ended = await begin();
    await jest.advanceTimersByTimeAsync(4999);
    expect(ended).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalled();
  });

  it('does not end in a hidden tab, and does at once when it is seen again', async () => {
    const ended = await begin();
    setHidden(true);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ended).not.toHaveBeenCalled();
    setHidden(false);
    await jest.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('does not wait any longer for one who looks again', async () => {
    const ended = await begin();
    setHidden(true);
    await jest.advanceTimersByTimeAsync(1000);
    setHidden(false);
    await jest.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
