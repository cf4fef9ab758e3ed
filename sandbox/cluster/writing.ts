import { applyConfiguration, applyType } from './apply';
import type { Address, Cluster, WriteOptions } from './cluster';
import type { Definition, ScalePaths, StoredObject } from './definition';
import { resourceKey } from './definition';
import type { DeleteOptions } from './deletion';
import { remove } from './deletion';
import { badRequest, detailsOf, methodNotAllowed } from './failure';
import { givenFields, isObject } from './fields';
import { listBody } from './list';
import { create, modify, read, replace } from './operations';
import { patched } from './patch';
import type { ApiAnswer, ApiRequest } from './request';
import { jsonBody, noSuchPath, ok, writeOptions } from './request';
import type { RequestInfo } from './requestInfo';
import { patchOfScale, scaleOf } from './scale';
import { selectorOf } from './selectors';

/** Answers a request that changes something; the right was asked for before. Throws Failure. */
export async function answerWrite(
  cluster: Cluster,
  request: ApiRequest,
  definition: Definition,
  info: RequestInfo,
): Promise<ApiAnswer> {
  const { namespace, name, subresource } = info;
  const warnings: string[] = [];
  const options = writeOptions(request, (text) => warnings.push(text));
  if (name === undefined)
    return answerCollectionWrite(cluster, request, definition, namespace, options, warnings);
  const address: Address = { namespace, name, ...givenFields({ subresource }) };
  if (request.method === 'DELETE') {
    if (subresource !== undefined) throw methodNotAllowed();
    return answerDelete(cluster, request, definition, address, options);
  }
  if (request.method !== 'PUT' && request.method !== 'PATCH') throw methodNotAllowed();
  if (request.method === 'PATCH' && request.contentType === applyType)
    return answerApply(cluster, request, definition, address, options, warnings);
  return answerChange(cluster, request, definition, address, options, warnings);
}

/** Server-side apply of an object or its status; it also creates. */
async function answerApply(
  cluster: Cluster,
  { query, body }: ApiRequest,
  definition: Definition,
  address: Address,
  options: WriteOptions,
  warnings: readonly string[],
): Promise<ApiAnswer> {
  const { subresource } = address;
  if (subresource !== undefined && !(subresource === 'status' && definition.statusSubresource))
    return noSuchPath;
  const asked = { body, manager: query.get('fieldManager'), force: query.get('force') === 'true' };
  const { object, isNew } = await applyConfiguration(cluster, definition, address, asked, options);
  return ok(object, isNew ? 201 : 200, warnings);
}

/** Replaces or patches an object, its status or its scale. */
async function answerChange(
  cluster: Cluster,
  request: ApiRequest,
  definition: Definition,
  address: Address,
  options: WriteOptions,
  warnings: readonly string[],
): Promise<ApiAnswer> {
  const { subresource } = address;
  const body = jsonBody(request, definition.kind);
  if (subresource === 'scale' && definition.scale !== undefined)
    return ok(await changeScale(cluster, request, definition, definition.scale, address, body, options));
  if (subresource !== undefined && !(subresource === 'status' && definition.statusSubresource))
    return noSuchPath;
  const changed =
    request.method === 'PUT'
      ? await replace(cluster, definition, address, body, options)
      : await modify(cluster, definition, address, { contentType: request.contentType, body }, options);
  return ok(changed, 200, warnings);
}

async function answerCollectionWrite(
  cluster: Cluster,
  request: ApiRequest,
  definition: Definition,
  namespace: string | undefined,
  options: WriteOptions,
  warnings: readonly string[],
): Promise<ApiAnswer> {
  if (request.method === 'DELETE') return removeAll(cluster, request, definition, namespace, options);
  if (request.method !== 'POST') throw badRequest('name must be provided');
  // A namespaced kind can be listed across namespaces, but not created there.
  if (definition.namespaced && namespace === undefined) {
    if (definition.custom) return noSuchPath;
    throw methodNotAllowed();
  }
  const body = jsonBody(request, definition.kind);
  return ok(await create(cluster, definition, namespace, body, options), 201, warnings);
}

function deleteOptions(request: ApiRequest): DeleteOptions {
  const body = request.body === '' ? {} : jsonBody(request, 'DeleteOptions');
  if (!isObject(body))
    throw badRequest('the object provided is unrecognized (must be of type DeleteOptions)');
  const { query } = request;
  const grace = query.get('gracePeriodSeconds');
  const propagationPolicy = query.get('propagationPolicy') ?? undefined;
  return {
    ...(body as DeleteOptions),
    ...givenFields({ propagationPolicy, gracePeriodSeconds: grace === null ? undefined : Number(grace) }),
  };
}

/** A DELETE may ask for its dry run in the body, too. */
function withDryRun(request: ApiRequest, options: WriteOptions): WriteOptions {
  const body = request.body === '' ? {} : jsonBody(request, 'DeleteOptions');
  const asked = isObject(body) && Array.isArray(body.dryRun) && body.dryRun.includes('All');
  return asked ? { ...options, dryRun: true } : options;
}

async function answerDelete(
  cluster: Cluster,
  request: ApiRequest,
  definition: Definition,
  address: Address,
  options: WriteOptions,
): Promise<ApiAnswer> {
  const asked = deleteOptions(request);
  const { object, show } = await remove(cluster, definition, address, asked, withDryRun(request, options));
  if (show) return ok(object);
  const { name, uid } = object.metadata;
  return ok({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { ...detailsOf(name, definition.group, definition.plural), ...givenFields({ uid }) },
  });
}

async function removeAll(
  cluster: Cluster,
  request: ApiRequest,
  definition: Definition,
  namespace: string | undefined,
  options: WriteOptions,
): Promise<ApiAnswer> {
  const { store } = cluster;
  const asked = deleteOptions(request);
  const { text, page } = listBody(
    definition,
    store.list(resourceKey(definition), namespace),
    request.query,
    selectorOf(request.query, definition.kind),
    String(store.resourceVersion),
  );
  for (const { metadata } of page) {
    // What went with an object before it needs no deletion of its own.
    if (store.get(resourceKey(definition), metadata.namespace, metadata.name) === undefined) continue;
    const address = { namespace: metadata.namespace, name: metadata.name };
    await remove(cluster, definition, address, asked, withDryRun(request, options));
  }
  return { code: 200, json: text };
}

async function changeScale(
  cluster: Cluster,
  request: ApiRequest,
  definition: Definition,
  paths: ScalePaths,
  address: Address,
  body: unknown,
  options: WriteOptions,
): Promise<StoredObject> {
  const current = scaleOf(read(cluster, definition, address), paths);
  const scale = request.method === 'PATCH' ? patched(definition, current, request.contentType, body) : body;
  // A patch without a version of its own is applied to whatever is there.
  const given = request.method === 'PATCH' && !request.body.includes('resourceVersion');
  const operations = patchOfScale(scale, address.name, paths).filter(
    ({ path }) => !given || !path.startsWith('/metadata'),
  );
  const patch = { contentType: 'application/json-patch+json', body: operations };
  return scaleOf(await modify(cluster, definition, address, patch, options), paths);
}
