import type { ListPageHeaderProps } from '@openshift-console/dynamic-plugin-sdk';
import { PageHeading } from '../pages/PageHeading';

/** The heading of a list page. */
export default function ListPageHeader({ title, badge, children, helpAlert, helpText }: ListPageHeaderProps) {
  return (
    <PageHeading title={title} badge={badge} actions={children} helpText={helpText}>
      {helpAlert}
    </PageHeading>
  );
}
