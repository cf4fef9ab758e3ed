/** A subscription that tells of changes at most once in so many milliseconds, and always of the last one. */
export function slowly(
  subscribe: (listener: () => void) => () => void,
  milliseconds: number,
): (listener: () => void) => () => void {
  return (listener) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        listener();
      }, milliseconds);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  };
}
