import { soak } from './soak';

const hours = Number(process.argv[2] ?? '24');

async function main(): Promise<void> {
  const { heap, drift, rejections, changes, realSeconds } = await soak('burst', hours, console.log);
  console.log(
    `${String(hours)} simulated hours in ${String(realSeconds)} s, ${String(changes)} changes of replicas.`,
  );
  console.log(`Heap: ${String(heap.first)} MB after an hour, ${String(heap.last)} MB at the end.`);
  for (const line of [...drift, ...rejections]) console.error(line);
  process.exitCode = drift.length + rejections.length === 0 && heap.last <= heap.first * 1.2 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
