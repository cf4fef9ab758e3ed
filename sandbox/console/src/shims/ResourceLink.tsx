import type { K8sModel, ResourceLinkProps } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { Truncate } from '@patternfly/react-core';
import { Link } from 'react-router';
import { resourcePath } from '../resource/path';
import type { GivenKind } from '../resource/reference';
import { ResourceIcon } from './ResourceIcon';

type Props = Omit<ResourceLinkProps, keyof GivenKind> & GivenKind;

function usePath({ groupVersionKind, kind, name, namespace, linkTo = true }: Props): string | undefined {
  const [model] = useK8sModel(groupVersionKind ?? kind) as [K8sModel | undefined, boolean];
  const known = linkTo && model !== undefined && name !== undefined;
  return known ? resourcePath(model, name, namespace) : undefined;
}

function Name(props: Props) {
  const { name, displayName, title, dataTest, onClick, truncate = false } = props;
  const path = usePath(props);
  const value = displayName ?? name ?? '';
  const text = truncate ? <Truncate content={value} /> : value;
  if (path === undefined) return <span data-test={dataTest}>{text}</span>;
  return (
    <Link to={path} title={title ?? name} data-test={dataTest ?? name} onClick={onClick}>
      {text}
    </Link>
  );
}

/** A kind's badge and the name of an object that leads to its page; plain text for a kind that the API does not know. */
export function ResourceLink(props: Props) {
  const { groupVersionKind, kind, inline = false, className = '', hideIcon = false } = props;
  if (groupVersionKind === undefined && kind === undefined) return null;
  const given: GivenKind = {
    ...(groupVersionKind === undefined ? {} : { groupVersionKind }),
    ...(kind === undefined ? {} : { kind }),
  };
  return (
    <span className={`sandbox__resource-link${inline ? ' sandbox__resource-link--inline' : ''} ${className}`}>
      {!hideIcon && <ResourceIcon {...given} />}
      <Name {...props} />
      {props.nameSuffix}
      {props.children}
    </span>
  );
}
