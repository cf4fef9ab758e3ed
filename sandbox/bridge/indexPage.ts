import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { SandboxState } from '../control';

/** What the console's server tells its page, as far as the SDK and the local console read it. */
const serverFlags = {
  basePath: '/',
  branding: 'local',
  consolePlugins: ['llm-autoscaling'],
  releaseVersion: '4.22.0',
  prometheusBaseURL: '/api/prometheus',
  prometheusTenancyBaseURL: '/api/prometheus-tenancy',
  kubeAPIServerURL: '',
  loadTestFactor: 0,
};

const styles = ['patternfly.css', 'patternfly-charts.css', 'patternfly-addons.css'];

/**
 * The content security policy of the console (pkg/utils/utils.go, 4.22). There it is only reported; here it is enforced,
 * so that a plugin that breaks it is noticed.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "base-uri 'self'",
    "default-src 'self' console.redhat.com",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `script-src 'self' console.redhat.com 'unsafe-eval' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' console.redhat.com",
    "object-src 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** JSON that may stand in a script element: it cannot end it. */
const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, String.raw`\u003c`);

/** The page of the console and the policy that it is served under. `consoleDist` holds the host page's build. */
export function indexPage(consoleDist: string, state: SandboxState): { html: string; policy: string } {
  const scripts = JSON.parse(readFileSync(path.join(consoleDist, 'scripts.json'), 'utf8')) as string[];
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local console</title>
<link rel="icon" href="data:,">
${styles.map((file) => `<link rel="stylesheet" href="/static/patternfly/${file}">`).join('\n')}
<script nonce="${nonce}">window.SERVER_FLAGS = ${inScript(serverFlags)}; window.SANDBOX = ${inScript(state)};</script>
${scripts.map((file) => `<script src="/static/${file}" defer></script>`).join('\n')}
</head>
<body>
<div id="app"></div>
</body>
</html>
`;
  return { html, policy: contentSecurityPolicy(nonce) };
}
