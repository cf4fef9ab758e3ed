import { useState } from 'react';
import { aDeployment, aKedaHpa, anInferenceService, aScaledObject } from '../../resources/testObjects';

/** What a spec sets of the console around the page; the hooks below answer from it. */
export interface TestConsole {
  /** Lists by kind, such as "InferenceService"; others are empty. */
  lists: Record<string, readonly object[]>;
  /** Answers of Prometheus by a part of the asked address, the value of each model's series. */
  values: Record<string, number>;
  /** Prometheus cannot be reached. */
  away: boolean;
  /** Addresses that were asked for. */
  asked: string[];
  /** Kinds that were listed without a watch. */
  listed: string[];
  /** JSON patches that were sent. */
  patches: object[];
}

/** One model, llama, of which 7 requests wait. */
export function aTestConsole(): TestConsole {
  return {
    lists: {
      InferenceService: [anInferenceService({}, { labels: { tier: 'gold' } })],
      ScaledObject: [aScaledObject()],
      HorizontalPodAutoscaler: [aKedaHpa({ desiredReplicas: 2, lastScaleTime: '2026-01-01T00:00:00Z' })],
      Deployment: [aDeployment(2, 1)],
    },
    values: { allocatable: 32, num_requests_waiting: 7, num_requests_running: 12 },
    away: false,
    asked: [],
    listed: [],
    patches: [],
  };
}

let current = aTestConsole();

/** Puts another console around the page. */
export function putConsole(next: TestConsole): void {
  current = next;
}

const metric = { namespace: 'team-a', service: 'llama-metrics' };
const none: readonly object[] = [];

function answer(url: string): object {
  current.asked.push(url);
  const found = Object.entries(current.values).find(([part]) => url.includes(part));
  if (found === undefined) return { data: { result: [] } };
  const { searchParams } = new URL(url, 'http://console');
  const end = Number(searchParams.get('end') ?? 0);
  const sample = [end, String(found[1])];
  return { data: { result: [{ metric, ...(end > 0 ? { values: [sample] } : { value: sample }) }] } };
}

/** Stands in for the console's SDK. */
export const consoleMock = {
  useK8sWatchResource: (watch: { groupVersionKind?: { kind: string } } | null) => [
    current.lists[watch?.groupVersionKind?.kind ?? ''] ?? none,
    true,
    '',
  ],
  useK8sModel: () => [{}, false],
  useAccessReview: () => [true, false],
  useUserPreference: (_key: string, usual: unknown) => [...useState(usual), true],
  consoleFetchJSON: (url: string) => {
    const away = Object.assign(new Error('Bad Gateway'), { code: 502 });
    return current.away ? Promise.reject(away) : Promise.resolve(answer(url));
  },
  k8sPatch: (options: object) => {
    current.patches.push(options);
    return Promise.resolve({});
  },
  k8sListItems: ({ model }: { model: { kind: string } }) => {
    current.listed.push(model.kind);
    return Promise.resolve(current.lists[model.kind] ?? none);
  },
  // As the watch has it.
  k8sGet: ({ model, name }: { model: { kind: string }; name: string }) =>
    Promise.resolve(
      (current.lists[model.kind] ?? none).find((object) =>
        JSON.stringify(object).includes(`"name":"${name}"`),
      ),
    ),
  k8sDelete: () => Promise.resolve({}),
};
