import type { SandboxState } from '../../control';
import type { SandboxTime } from './time/install';

declare global {
  interface Window {
    /** What the server tells its console, as far as the SDK and this console read it. */
    SERVER_FLAGS: {
      basePath: string;
      consolePlugins: string[];
      releaseVersion: string;
      prometheusBaseURL: string;
      prometheusTenancyBaseURL: string;
    };
    /** The state of the sandbox when the page was served. */
    SANDBOX: SandboxState;
    SANDBOX_TIME: SandboxTime;
  }
}
