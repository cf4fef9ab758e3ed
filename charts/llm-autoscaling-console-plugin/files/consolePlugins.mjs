// Made by "npm run charts:jobs" from charts/jobs/consolePlugins.entry.ts; do not edit.

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
  const folder = env.SERVICE_ACCOUNT ?? "/var/run/secrets/kubernetes.io/serviceaccount";
  return connect(
    env.KUBERNETES_API ?? "https://kubernetes.default.svc",
    () => readFileSync(`${folder}/token`, "utf8").trim()
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

// charts/jobs/consolePlugins.ts
var consolePath = "/apis/operator.openshift.io/v1/consoles/cluster";
function listWith({ spec }, plugin) {
  if (spec?.plugins?.includes(plugin) === true) return [];
  if (spec === void 0) return [{ op: "add", path: "/spec", value: { plugins: [plugin] } }];
  return spec.plugins === void 0 ? [{ op: "add", path: "/spec/plugins", value: [plugin] }] : [{ op: "add", path: "/spec/plugins/-", value: plugin }];
}
function listWithout({ spec }, plugin) {
  const plugins = spec?.plugins ?? [];
  if (!plugins.includes(plugin)) return [];
  return [{ op: "replace", path: "/spec/plugins", value: plugins.filter((other) => other !== plugin) }];
}
async function change(cluster, pace, operationsFor) {
  return retried(pace, async () => {
    const config = await cluster.get(consolePath);
    if (config === void 0) throw new Error("There is no OpenShift Console in this cluster.");
    const operations = operationsFor(config);
    if (operations.length === 0) return false;
    const { resourceVersion } = config.metadata;
    await cluster.patch(consolePath, [
      { op: "test", path: "/metadata/resourceVersion", value: resourceVersion },
      ...operations
    ]);
    return true;
  });
}
async function addPlugin(cluster, pace, plugin) {
  const changed = await change(cluster, pace, (config) => listWith(config, plugin));
  return changed ? `The console loads ${plugin} from now on.` : `The console loads ${plugin} already.`;
}
async function removePlugin(cluster, pace, plugin) {
  const changed = await change(cluster, pace, (config) => listWithout(config, plugin));
  return changed ? `The console loads ${plugin} no longer.` : `The console does not load ${plugin}.`;
}

// charts/jobs/run.ts
function setting(env, name) {
  const value = env[name];
  if (value === void 0 || value === "") throw new Error(`${name} is not set.`);
  return value;
}
async function run(actions) {
  const [, , name = ""] = process.argv;
  const action = actions[name];
  try {
    if (action === void 0) throw new Error(`"${name}" is none of: ${Object.keys(actions).join(", ")}.`);
    console.log(await action(ownCluster(process.env), realPace, process.env));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

// charts/jobs/consolePlugins.entry.ts
await run({
  add: (cluster, pace, env) => addPlugin(cluster, pace, setting(env, "PLUGIN")),
  remove: (cluster, pace, env) => removePlugin(cluster, pace, setting(env, "PLUGIN"))
});
