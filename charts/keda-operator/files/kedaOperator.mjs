// Made by "npm run charts:jobs" from charts/jobs/kedaOperator.entry.ts; do not edit.

// charts/jobs/installProgress.ts
var troubles = ["CatalogSourcesUnhealthy", "ResolutionFailed", "InstallPlanFailed", "BundleUnpackFailed"];
function troubleOf(conditions = []) {
  const trouble = conditions.find(({ type, status }) => troubles.includes(type) && status === "True");
  return trouble === void 0 ? void 0 : `OLM reports ${trouble.type}: ${trouble.message ?? ""}`;
}
function planText(plan, namespace) {
  const { name } = plan.metadata;
  if (plan.spec.approval === "Manual" && !plan.spec.approved)
    return `The install plan waits for approval: oc patch installplan ${name} -n ${namespace} --type=merge -p '{"spec":{"approved":true}}'.`;
  return `The install plan ${name} is in phase ${plan.status?.phase ?? "unknown"}.`;
}
function missingText({ namespace, subscription, installPlan, csv }) {
  if (subscription === void 0) return "The Subscription is gone.";
  const trouble = troubleOf(subscription.status?.conditions);
  if (trouble !== void 0) return trouble;
  if (csv !== void 0)
    return `${csv.metadata.name} is in phase ${csv.status?.phase ?? "unknown"}: ${csv.status?.message ?? ""}`;
  return installPlan === void 0 ? "OLM has not planned the installation yet." : planText(installPlan, namespace);
}
function installProgress(state) {
  if (state.csv?.status?.phase !== "Succeeded") return { done: false, missing: missingText(state) };
  return state.missingCrds.length === 0 ? { done: true } : {
    done: false,
    missing: `These CustomResourceDefinitions are missing: ${state.missingCrds.join(", ")}.`
  };
}

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

// charts/jobs/kedaOperator.ts
var olm = (version, namespace) => `/apis/operators.coreos.com/${version}/namespaces/${namespace}`;
var crdPath = (name) => `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;
async function stateOf(cluster, { namespace, subscription, crds }) {
  const found = await cluster.get(
    `${olm("v1alpha1", namespace)}/subscriptions/${subscription}`
  );
  const plan = found?.status?.installPlanRef?.name;
  const version = found?.status?.installedCSV;
  const read = (kind, name) => name === void 0 ? Promise.resolve(void 0) : cluster.get(`${olm("v1alpha1", namespace)}/${kind}/${name}`);
  const missingCrds = [];
  for (const crd of crds) if (await cluster.get(crdPath(crd)) === void 0) missingCrds.push(crd);
  return {
    namespace,
    subscription: found,
    installPlan: await read("installplans", plan),
    csv: await read("clusterserviceversions", version),
    missingCrds
  };
}
async function waitForOperator(cluster, pace, installation2) {
  const { namespace, seconds } = installation2;
  const advice = `See "oc get subscription,installplan,csv -n ${namespace}".`;
  await waitUntilDone(
    pace,
    { seconds, advice },
    async () => installProgress(await stateOf(cluster, installation2))
  );
  return "The KEDA operator is installed.";
}
var scaledKinds = ["scaledobjects", "scaledjobs"];
async function scaledNames(cluster) {
  const names = [];
  for (const kind of scaledKinds) {
    const list = await cluster.get(`/apis/keda.sh/v1alpha1/${kind}?limit=500`);
    names.push(...(list?.items ?? []).map(({ metadata }) => `${metadata.namespace ?? ""}/${metadata.name}`));
  }
  return names;
}
async function removeOperator(cluster, pace, { namespace, subscription, seconds }) {
  const scaled = await scaledNames(cluster);
  if (scaled.length > 0)
    throw new Error(
      `Nothing was removed: KEDA scales ${String(scaled.length)} objects, such as ${scaled.slice(0, 3).join(", ")}. Turn their autoscaling off first: without KEDA their ScaledObjects can never be deleted.`
    );
  const controller = `/apis/keda.sh/v1alpha1/namespaces/${namespace}/kedacontrollers/keda`;
  const subscriptionPath = `${olm("v1alpha1", namespace)}/subscriptions/${subscription}`;
  const version = (await cluster.get(subscriptionPath))?.status?.installedCSV;
  await cluster.remove(controller);
  const advice = `See "oc describe kedacontroller keda -n ${namespace}".`;
  await waitUntilDone(
    pace,
    { seconds, advice },
    async () => await cluster.get(controller) === void 0 ? { done: true } : { done: false, missing: "The operator has not finished removing KEDA." }
  );
  await cluster.remove(subscriptionPath);
  if (version !== void 0)
    await cluster.remove(`${olm("v1alpha1", namespace)}/clusterserviceversions/${version}`);
  return "The KEDA operator is removed. Its CustomResourceDefinitions stay, as always with OLM.";
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

// charts/jobs/kedaOperator.entry.ts
var installation = (env) => ({
  namespace: setting(env, "NAMESPACE"),
  subscription: setting(env, "SUBSCRIPTION"),
  crds: ["kedacontrollers.keda.sh", "scaledobjects.keda.sh", "triggerauthentications.keda.sh"],
  seconds: Number(setting(env, "WAIT_SECONDS"))
});
await run({
  wait: (cluster, pace, env) => waitForOperator(cluster, pace, installation(env)),
  remove: (cluster, pace, env) => removeOperator(cluster, pace, installation(env))
});
