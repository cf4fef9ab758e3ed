/** Lets real time pass: where something is measured over time there is nothing to wait for. */
export function pass(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
