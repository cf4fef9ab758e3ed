import { formatDuration, formatMoment, formatNumber } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { LoadTestReport } from '../../../loadtest/loadTestReport';
import { expectedWords, lagWord, verdictWord } from './lagWords';
import { stepsWords } from './planWords';
import { stateWord } from './stateWords';

type Row = readonly [string, string | undefined];

const moment = (seconds: number | undefined): string | undefined =>
  seconds === undefined ? undefined : formatMoment(seconds * 1000);
const count = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : formatNumber(value);
/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

function factsOf(report: LoadTestReport, t: Translate): Row[] {
  const { promptTokens, outputTokens, requests, peaks, steps, trouble } = report;
  const tokens =
    promptTokens === undefined || outputTokens === undefined
      ? undefined
      : t('{{prompt}} tokens a prompt, {{output}} an answer', { prompt: promptTokens, output: outputTokens });
  return [
    [t('Model'), `${report.namespace}/${report.model}`],
    [t('Job'), report.job],
    [t('State'), [stateWord(report.state, t), trouble?.reason, trouble?.message].filter(Boolean).join(': ')],
    [t('Target'), report.target],
    [t('Load'), steps.length === 0 ? undefined : [stepsWords(steps, t), tokens].filter(Boolean).join('; ')],
    [t('Start'), moment(report.startedAt)],
    [t('End'), moment(report.endedAt)],
    [t('Most waiting'), count(peaks.waiting)],
    [t('Most replicas wanted'), count(peaks.wanted)],
    [t('Most replicas ready'), count(peaks.ready)],
    [t('Requests answered, of all callers'), count(requests?.done)],
    [t('Requests given up by their callers'), count(requests?.cancelled)],
    [t('Requests failed'), count(requests?.failed)],
  ];
}

/** The report as Markdown: the facts, and how long each step took. */
export function reportMarkdown(report: LoadTestReport, t: Translate): string {
  const facts = factsOf(report, t)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `| ${cell(name)} | ${cell(value ?? '')} |`);
  const lags = report.lags.map(({ code, seconds, expected, verdict }) => {
    const took = seconds === undefined ? '' : formatDuration(seconds * 1000);
    const cells = [lagWord(code, t), took, expectedWords(expected, t), verdictWord(verdict, t)];
    return `| ${cells.map(cell).join(' | ')} |`;
  });
  return [
    `# ${t('Load test of {{name}}', { name: report.model })}`,
    '',
    `| | |`,
    `| --- | --- |`,
    ...facts,
    '',
    `| ${[t('Step'), t('Took'), t('Usual'), t('Verdict')].join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...lags,
    '',
  ].join('\n');
}
