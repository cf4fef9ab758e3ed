// Made by "npm run charts:jobs" from charts/jobs/kedaController.entry.ts; do not edit.

// charts/jobs/cluster.ts
import { readFileSync } from "node:fs";
var Refused = class extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
  code;
};
async function messageOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text;
  }
}
function connect(url, token) {
  async function send(method, path, body, contentType = "application/json") {
    const response = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${token()}`, "Content-Type": contentType },
      ...body === void 0 ? {} : { body: JSON.stringify(body) }
    });
    if (!response.ok) throw new Refused(response.status, `${method} ${path}: ${await messageOf(response)}`);
    return response;
  }
  async function unlessMissing(work) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused && error.code === 404) return void 0;
      throw error;
    }
  }
  return {
    get: (path) => unlessMissing(async () => JSON.parse(await (await send("GET", path)).text())),
    async create(path, object) {
      await send("POST", path, object);
    },
    async patch(path, operations) {
      await send("PATCH", path, operations, "application/json-patch+json");
    },
    async remove(path) {
      await unlessMissing(() => send("DELETE", path));
    }
  };
}
function ownCluster(env) {
  const folder2 = env.SERVICE_ACCOUNT ?? "/var/run/secrets/kubernetes.io/serviceaccount";
  return connect(
    env.KUBERNETES_API ?? "https://kubernetes.default.svc",
    () => readFileSync(`${folder2}/token`, "utf8").trim()
  );
}

// charts/jobs/retry.ts
var realPace = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  say: (line) => {
    console.log(line);
  }
};
var attempts = 10;
var passing = (error) => error instanceof TypeError || error instanceof Refused && (error.code === 409 || error.code === 422 || error.code === 429 || error.code >= 500);
async function retried(pace, readAndWrite) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readAndWrite();
    } catch (error) {
      if (attempt === attempts || !passing(error)) throw error;
      pace.say(`Trying again: ${error instanceof Error ? error.message : String(error)}`);
      await pace.sleep(500 * attempt);
    }
  }
}
async function waitUntilDone(pace, options, look) {
  const deadline = pace.now() + options.seconds * 1e3;
  let said = "";
  for (; ; ) {
    const progress = await retried(pace, look);
    if (progress.done) return;
    if (pace.now() >= deadline)
      throw new Error(`Not done after ${String(options.seconds)} s. ${progress.missing} ${options.advice}`);
    if (progress.missing !== said) pace.say(`Waiting. ${progress.missing}`);
    said = progress.missing;
    await pace.sleep(5e3);
  }
}

// charts/jobs/settings.ts
import { isDeepStrictEqual } from "node:util";
var isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function mergedInto(object, patch) {
  const result = isFields(object) ? { ...object } : {};
  for (const [name2, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name2);
    else result[name2] = isFields(value) ? mergedInto(result[name2], value) : value;
  }
  return result;
}
function undoOf(object, patch) {
  const fields = isFields(object) ? object : {};
  return Object.fromEntries(
    Object.entries(patch).map(([name2, value]) => {
      const before = fields[name2];
      return [name2, isFields(value) && isFields(before) ? undoOf(before, value) : before ?? null];
    })
  );
}
function stillOurs(undo, ours, now) {
  const fields = isFields(now) ? now : {};
  const kept = {};
  for (const [name2, value] of Object.entries(ours)) {
    const before = undo[name2] ?? null;
    const current = fields[name2];
    if (isDeepStrictEqual(current, value)) kept[name2] = before;
    else if (isFields(value) && isFields(current)) kept[name2] = groupUndo(before, value, current);
  }
  return kept;
}
function groupUndo(before, ours, now) {
  const undo = stillOurs(isFields(before) ? before : {}, ours, now);
  return before === null && Object.keys(mergedInto(now, undo)).length === 0 ? null : undo;
}

// charts/jobs/kedaController.ts
var annotation = "llm-autoscaling/found";
var annotationPath = "/metadata/annotations/llm-autoscaling~1found";
var name = "keda";
var folder = (namespace) => `/apis/keda.sh/v1alpha1/namespaces/${namespace}/kedacontrollers`;
function memoryOf({ metadata }) {
  const text = metadata.annotations?.[annotation];
  return text === void 0 ? void 0 : JSON.parse(text);
}
function withoutOurs(spec, memory) {
  return memory === void 0 ? spec : mergedInto(spec, stillOurs(memory.undo, memory.ours, spec));
}
function specPatch({ metadata, spec }, changed) {
  return [
    { op: "test", path: "/metadata/resourceVersion", value: metadata.resourceVersion },
    { op: spec === void 0 ? "add" : "replace", path: "/spec", value: changed }
  ];
}
function settingsPatch(found, settings) {
  const memory = memoryOf(found);
  const base = withoutOurs(found.spec ?? {}, memory);
  const remembered = {
    created: memory?.created ?? false,
    ours: settings,
    undo: undoOf(base, settings)
  };
  return [
    ...specPatch(found, mergedInto(base, settings)),
    ...found.metadata.annotations === void 0 ? [{ op: "add", path: "/metadata/annotations", value: {} }] : [],
    { op: "add", path: annotationPath, value: JSON.stringify(remembered) }
  ];
}
async function setOnce(cluster, namespace, settings) {
  const found = await cluster.get(`${folder(namespace)}/${name}`);
  if (found !== void 0) {
    await cluster.patch(`${folder(namespace)}/${name}`, settingsPatch(found, settings));
    return "The settings of the KedaController were merged into it.";
  }
  const remembered = { created: true, ours: settings, undo: {} };
  await cluster.create(folder(namespace), {
    apiVersion: "keda.sh/v1alpha1",
    kind: "KedaController",
    metadata: { name, namespace, annotations: { [annotation]: JSON.stringify(remembered) } },
    spec: settings
  });
  return "The KedaController was made.";
}
async function applySettings(cluster, pace, { namespace, seconds }, settings) {
  pace.say(await retried(pace, () => setOnce(cluster, namespace, settings)));
  const advice = `See "oc describe kedacontroller ${name} -n ${namespace}" and the operator's log.`;
  await waitUntilDone(pace, { seconds, advice }, async () => {
    const { status } = await cluster.get(`${folder(namespace)}/${name}`) ?? {};
    if (status?.phase === "Installation Succeeded") return { done: true };
    const phase = status?.phase ?? "none yet";
    return { done: false, missing: `KEDA's phase: ${phase}. ${status?.reason ?? ""}`.trim() };
  });
  return "KEDA runs with the settings.";
}
async function restoreSettings(cluster, pace, { namespace, seconds }) {
  const own = `${folder(namespace)}/${name}`;
  const deleted = await retried(pace, async () => {
    const found = await cluster.get(own);
    const memory = found === void 0 ? void 0 : memoryOf(found);
    if (found === void 0 || memory === void 0) return false;
    if (memory.created) {
      await cluster.remove(own);
      return true;
    }
    await cluster.patch(own, [
      ...specPatch(found, withoutOurs(found.spec ?? {}, memory)),
      { op: "remove", path: annotationPath }
    ]);
    return false;
  });
  if (!deleted) return "The KedaController is as it was found.";
  const advice = "Only the running operator removes its finalizer.";
  await waitUntilDone(
    pace,
    { seconds, advice },
    async () => await cluster.get(own) === void 0 ? { done: true } : { done: false, missing: "The operator has not finished removing KEDA." }
  );
  return "The KedaController that this chart had made is gone.";
}

// charts/jobs/run.ts
function setting(env, name2) {
  const value = env[name2];
  if (value === void 0 || value === "") throw new Error(`${name2} is not set.`);
  return value;
}
async function run(actions) {
  const [, , name2 = ""] = process.argv;
  const action = actions[name2];
  try {
    if (action === void 0) throw new Error(`"${name2}" is none of: ${Object.keys(actions).join(", ")}.`);
    console.log(await action(ownCluster(process.env), realPace, process.env));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

// charts/jobs/kedaController.entry.ts
var place = (env) => ({
  namespace: setting(env, "NAMESPACE"),
  seconds: Number(setting(env, "WAIT_SECONDS"))
});
await run({
  apply: (cluster, pace, env) => applySettings(cluster, pace, place(env), JSON.parse(setting(env, "SETTINGS"))),
  restore: (cluster, pace, env) => restoreSettings(cluster, pace, place(env))
});
