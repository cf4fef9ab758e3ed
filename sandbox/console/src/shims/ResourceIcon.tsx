import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import type { GivenKind } from '../resource/reference';
import { kindName } from '../resource/reference';
import { abbreviationOf } from '../store/discovery';

/** The badge with the letters of a kind; nothing when no kind is given. */
export function ResourceIcon({ className = '', ...given }: GivenKind & { className?: string }) {
  const [model] = useK8sModel(given.groupVersionKind ?? given.kind) as [
    { abbr: string; kind: string } | undefined,
    boolean,
  ];
  const name = model?.kind ?? kindName(given);
  if (name === '') return null;
  return (
    <>
      <span className="pf-v6-u-screen-reader">{name}</span>
      <span
        className={`sandbox__resource-icon sandbox__resource-icon--${name.toLowerCase()} ${className}`}
        title={name}
      >
        {model?.abbr ?? abbreviationOf(name)}
      </span>
    </>
  );
}
