import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { printFigure } from '../../figures';
import { definitionsOf, everyCrd } from '../crds';
import type { Definition } from '../definition';
import { apiVersionOf } from '../definition';
import { prune } from '../pruning';
import { validate } from '../structural';
import type { TestCluster } from '../testCluster';
import { startTestCluster } from '../testCluster';
import type { Case } from './crdCorpus';
import { contentSchema, generateCases } from './crdCorpus';
import { createJudge } from './crdJudge';
import { crdsFound, realCrd, realCrds } from './realCrds';

const recording = path.join(__dirname, 'testdata/crd-corpus.json');
const casesPerKind = 75;

interface Judged extends Case {
  kind: string;
  accepted: boolean;
}

const served: Definition[] = everyCrd.flatMap(definitionsOf);

function real(definition: Definition): Definition {
  const found = definitionsOf(realCrd(definition.group, definition.plural)).find(
    ({ version }) => version === definition.version,
  );
  if (found === undefined) throw new Error(`${definition.kind} has no such version`);
  return found;
}

/** The corpus as the real CRDs and the judge make it. */
function judgedCorpus(): Judged[] {
  return served.flatMap((definition) => {
    const { kind } = definition;
    const { schema = {}, statusSubresource } = real(definition);
    // What a create says of the status is dropped before it is judged.
    const content = contentSchema(schema, ...(statusSubresource ? ['status'] : []));
    const judge = createJudge(kind, content);
    return generateCases(content, kind, casesPerKind).map((one) => ({
      kind,
      ...one,
      accepted: judge(one.content),
    }));
  });
}

const readCorpus = (): Judged[] => JSON.parse(readFileSync(recording, 'utf8')) as Judged[];

(crdsFound ? describe : describe.skip)('beside the real CRDs', () => {
  it('the recorded corpus is theirs', () => {
    const corpus = judgedCorpus();
    if (process.env.RECORD === 'crds')
      writeFileSync(recording, `[\n${corpus.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`);
    expect(readCorpus()).toEqual(corpus);
  }, 120_000);

  it('every real CRD, also of kinds that the sandbox does not serve, is judged as by the judge', () => {
    const crds = realCrds();
    let all = 0;
    const differences = crds.flatMap(definitionsOf).flatMap(({ kind, version, schema: whole = {} }) => {
      const schema = contentSchema(whole);
      const judge = createJudge('without CEL', schema);
      return generateCases(schema, `${kind} ${version}`, 40).flatMap(({ name, content }) => {
        all += 1;
        const unknown: string[] = [];
        const kept = prune(schema, content, unknown);
        const accepted = unknown.length === 0 && validate(schema, kept).length === 0;
        return accepted === judge(content) ? [] : [{ name, accepted, content: JSON.stringify(content) }];
      });
    });
    printFigure('schemas of the real CRDs', [all - differences.length, all]);
    expect(differences).toEqual([]);
  }, 120_000);
});

describe('the API server, asked to be strict, takes and refuses what the real CRDs do', () => {
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await startTestCluster();
  });
  afterAll(() => cluster.close());

  it('of each object of the corpus', async () => {
    const corpus = readCorpus();
    const differences: object[] = [];
    for (const { kind, name, content, accepted } of corpus) {
      const definition = served.find((one) => one.kind === kind);
      if (definition === undefined) throw new Error(`${kind} is not served`);
      const collection = `/apis/${apiVersionOf(definition)}/namespaces/llm/${definition.plural}`;
      const body = { apiVersion: apiVersionOf(definition), kind, metadata: { name: 'x' }, ...content };
      const answer = await cluster.send('POST', `${collection}?dryRun=All&fieldValidation=Strict`, { body });
      const isRight = accepted ? answer.code === 201 : answer.code === 400 || answer.code === 422;
      if (!isRight) differences.push({ name, accepted, code: answer.code, message: answer.body.message });
    }
    printFigure('CRDs', [corpus.length - differences.length, corpus.length]);
    expect(differences).toEqual([]);
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    const taken = corpus.filter(({ accepted }) => accepted).length;
    expect(Math.min(taken, corpus.length - taken)).toBeGreaterThan(100);
  }, 60_000);
});
