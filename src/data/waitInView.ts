/**
 * Resolves after a time (ms); in a hidden tab only when it is seen again, and then at once, for the wait may have been
 * long.
 */
export async function waitInView(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      if (document.hidden) return;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    document.addEventListener('visibilitychange', end);
  });
}
