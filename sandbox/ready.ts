const paths = [
  '/',
  '/sandbox/state',
  '/api/plugins/llm-autoscaling/plugin-manifest.json',
  '/locales/resource.json?lng=en&ns=plugin__llm-autoscaling',
  '/api/kubernetes/apis',
];

/** Asks the console for all that a page needs; throws an Error that names the path that does not answer with success. */
export async function checkReady(url: string): Promise<void> {
  for (const path of paths) {
    const response = await fetch(url + path, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`${path} answers ${String(response.status)}: ${await response.text()}`);
    await response.arrayBuffer();
  }
}
