import type {
  CreateWithPermissionsProps,
  ListPageCreateButtonProps,
  ListPageCreateLinkProps,
} from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks/useK8sModel';
import { Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import { notProvided } from './notProvided';

type Review = CreateWithPermissionsProps['createAccessReview'];

/** Without a review everybody may; the button is hidden while it is not known. */
function useMayCreate(review: Review): boolean {
  const [model] = useK8sModel(review?.groupVersionKind) as [
    { apiGroup?: string; plural: string } | undefined,
    boolean,
  ];
  const [allowed, loading] = useAccessReview(
    {
      group: model?.apiGroup ?? '',
      resource: model?.plural ?? '',
      verb: 'create',
      namespace: review?.namespace ?? '',
    },
    undefined,
    true,
  );
  return review === undefined || (allowed && !loading);
}

/** A link that looks like a button, for those who may create the kind. */
export function ListPageCreateLink({ createAccessReview, to, children }: ListPageCreateLinkProps) {
  const mayCreate = useMayCreate(createAccessReview);
  if (!mayCreate) return null;
  return (
    <Button variant="primary" component={(props) => <Link {...props} to={to} />}>
      {children}
    </Button>
  );
}

/** A button for those who may create the kind. */
export function ListPageCreateButton({ createAccessReview, ...props }: ListPageCreateButtonProps) {
  const mayCreate = useMayCreate(createAccessReview);
  return mayCreate ? <Button variant="primary" {...props} /> : null;
}

export const ListPageCreateDropdown = notProvided('ListPageCreateDropdown');
// It leads to the console's form for a kind, which is not here.
export default notProvided('ListPageCreate');
