import * as ts from 'typescript';
import type { Rendered } from './helm';

/** A class of the package kubernetes-models, made from Kubernetes' OpenAPI document. */
type Model = new (object: object) => { validate(): void };

const moduleOf = ({ apiVersion, kind }: Rendered): string => `kubernetes-models/${apiVersion}/${kind}`;

/** The class of an object's kind; undefined when Kubernetes itself does not have it. */
async function modelOf(object: Rendered): Promise<Model | undefined> {
  try {
    const found = (await import(moduleOf(object))) as Record<string, Model>;
    return found[object.kind];
  } catch {
    return undefined;
  }
}

/** Whether it is a kind of Kubernetes itself. */
export async function isBuiltin(object: Rendered): Promise<boolean> {
  return (await modelOf(object)) !== undefined;
}

/** What Kubernetes' schema finds wrong with the values of a built-in object: types, required fields, formats. */
export async function valueErrors(object: Rendered): Promise<string[]> {
  const Kind = await modelOf(object);
  if (Kind === undefined) throw new Error(`${moduleOf(object)} is no kind of Kubernetes.`);
  try {
    new Kind(object).validate();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/**
 * Fields of built-in objects that Kubernetes does not know: the schemas leave them open, but TypeScript reports them in a
 * literal of the kind's type.
 */
export function fieldErrors(objects: readonly Rendered[]): string[] {
  const file = `${__dirname}/rendered.ts`;
  const text = objects
    .map(
      (object, index) =>
        `import type { I${object.kind} as T${String(index)} } from '${moduleOf(object)}';\n` +
        `export const o${String(index)}: T${String(index)} = ${JSON.stringify(object)};\n`,
    )
    .join('');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version) =>
    name === file ? ts.createSourceFile(name, text, version) : read(name, version);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
