import { hasGrown } from './growth';
import { soak } from './soak';

const hours = Number(process.argv[2] ?? '24');

async function main(): Promise<void> {
  const { heap, drift, rejections, changes, realSeconds } = await soak('burst', hours, console.log);
  console.log(
    `${String(hours)} simulated hours in ${String(realSeconds)} s, ${String(changes)} changes of replicas.`,
  );
  const grown = hasGrown(heap);
  console.log(`Heap after each hour, in MB: ${heap.join(' ')}${grown ? '. It grew.' : ''}`);
  for (const line of [...drift, ...rejections]) console.error(line);
  process.exitCode = drift.length + rejections.length > 0 || grown ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
