import {
  aDeployment,
  aKserveHpa,
  aPendingPod,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from '../../../resources/testObjects';
import { fleetRow } from '../rows/fleetRow';
import { createFleetSummary } from './fleetSummary';

const fleetSummary = (rows: Parameters<ReturnType<typeof createFleetSummary>>[0]) =>
  createFleetSummary()(rows);

const rowOf = (parts: Parameters<typeof aServedModel>[0], load: object | undefined) =>
  fleetRow(aServedModel(parts), load, 0, []);

describe('fleetSummary', () => {
  it('sums the models up', () => {
    const failing = aScaledObject(
      {},
      {},
      { conditions: [{ type: 'Ready', status: 'False', reason: 'TriggerError' }] },
    );
    const { scaledObject, kedaHpa, ...plain } = aServedModel({
      inferenceService: aPlainInferenceService(),
      kserveHpa: aKserveHpa(),
    });
    expect([scaledObject, kedaHpa]).not.toContain(undefined);
    const rows = [
      rowOf({ deployment: aDeployment(3, 1, 3), pendingPods: [aPendingPod()] }, { waiting: 4, running: 2 }),
      rowOf({ scaledObject: failing }, { waiting: 3 }),
      fleetRow(plain, {}, 0, []),
    ];
    expect(fleetSummary(rows)).toEqual({
      models: 3,
      fetched: true,
      autoscaled: 2,
      waiting: 7,
      gpusAllocated: 4,
      atMaximum: 0,
      attention: 1,
      serving: 3,
      measured: 2,
    });
  });

  it.each([
    ['nothing waits', { waiting: 0 }, true, 0],
    ['there are no series', {}, true, undefined],
    ['nothing was fetched', undefined, false, undefined],
  ])('tells them apart: %s', (_case, load, fetched, waiting) => {
    expect(fleetSummary([rowOf({}, load)])).toMatchObject({ fetched, waiting });
  });

  it('gives the same sums when it is kept up as when it begins anew', () => {
    const summary = createFleetSummary();
    const some = [rowOf({}, { waiting: 4 }), rowOf({ deployment: aDeployment(3) }, {}), rowOf({}, undefined)];
    const states = [
      some,
      [...some.slice(0, 1), rowOf({ deployment: aDeployment(1) }, { waiting: 0.3 }), ...some.slice(2)],
      some.slice(0, 2),
      some.toReversed(),
      [rowOf({}, undefined), ...some.slice(1)],
      [],
    ];
    for (const rows of states) expect(summary(rows)).toEqual(fleetSummary(rows));
  });
});
