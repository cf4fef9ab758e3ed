/** The line by which the sandbox says that it is ready; `what` is its name. */
export const announcement = (what: string, url: string): string =>
  `The ${what} is ready: ${url}/llm-autoscaling`;

/** The URL of the console in what the sandbox has printed so far; undefined while the line is not whole. */
export const announcedUrl = (output: string): string | undefined =>
  /is ready: (http:\/\/[\d.]+:\d+)\/llm-autoscaling/.exec(output)?.[1];
