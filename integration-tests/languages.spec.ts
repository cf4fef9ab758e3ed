import { findPlainText } from './support/plainText';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'burst', speed: 10 } });

const model = 'llama-3-2-3b';
const modelPath = `/llm-autoscaling/ns/customer-chat/inferenceservices/${model}`;
const pseudo = 'pseudolocalization=true&lng=en';

/** What comes from the cluster or from Intl, and is never translated by the plugin. */
const data = [
  // Objects of the scenario: models, projects, nodes, pods.
  /[\w./-]*(?:llama|granite|mistral|qwen|phi|gpu)-[\w./-]*/,
  // The end of a pod's name, in letters of apimachinery's util/rand.
  /\b[bcdfghjklmnpqrstvwxz2456789]{5}\b/,
  /customer-chat|code-assist|document-search/,
  // Numbers and times of Intl in English.
  /\b(?:\d+ ?)?(?:days?|hr|min|sec|ms|s|AM|PM)\b\.?/,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/,
  /\bago\b/,
  // Names of kinds, in badges and in links.
  /\b(?:InferenceService|ScaledObject|HorizontalPodAutoscaler|HPA|Deployment|ReplicaSet|Pod|IS|SO|RS)\b/,
];

test.describe('with pseudo text for English', () => {
  const pages: [name: string, path: string, content: string][] = [
    ['the fleet', '/llm-autoscaling', '[role="grid"] tbody tr td'],
    ['the model', modelPath, '[role="img"]'],
    ['the pods', `${modelPath}?tab=pods`, '[role="grid"] tbody tr td'],
  ];
  for (const [name, path, content] of pages) {
    test(`${name} shows nothing untranslated and nothing cut`, async ({ page }) => {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}${pseudo}`);
      await expect(page.locator(`main ${content}`).first()).toBeVisible();
      await expect(page.getByText('[', { exact: false }).first()).toBeVisible();
      await expect(async () => {
        expect(await findPlainText(page, data)).toEqual({ untranslated: [], cut: [] });
      }).toPass({ timeout: 15_000 });
    });
  }

  test('the events show nothing untranslated but the words of their reporters', async ({ page }) => {
    await page.goto(`${modelPath}?tab=events&${pseudo}`);
    const rows = page.getByRole('grid').getByRole('row');
    await expect(rows.nth(1)).toBeVisible();
    // Again from the words on: another event may come between them and the look at the page.
    await expect(async () => {
      const words = await rows
        .locator('td:last-child')
        .evaluateAll((cells) =>
          cells.flatMap((cell) => [...cell.childNodes].slice(0, 3).map((node) => node.textContent ?? '')),
        );
      const escaped = words
        .map((text) => text.trim())
        .filter((text) => text !== '')
        // The long ones first: a reason may be a word of a message.
        .sort((a, b) => b.length - a.length)
        .map((text) => new RegExp(text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)));
      expect(await findPlainText(page, [...escaped, ...data])).toEqual({ untranslated: [], cut: [] });
    }).toPass({ timeout: 15_000 });
  });
});

test('a reader of Japanese gets words, numbers and times of Japanese', async ({ page }) => {
  await page.goto('/llm-autoscaling?lng=ja');
  await expect(page.getByRole('heading', { name: '自動スケーリング', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: model, exact: true }).click();
  await page.getByRole('tab', { name: 'Pod' }).click();
  await expect(page.getByText('準備完了').first()).toBeVisible();
  await expect(page.getByText(/^\d+ (?:分|秒|時間)/).first()).toBeVisible();
  await page.getByRole('tab', { name: 'イベント' }).click();
  await expect(page.getByText(/\d+ (?:分|秒|時間)前/).first()).toBeVisible();
});
