import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
  LabelGroup,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { ResourceLink } from '../shims/ResourceLink';
import Timestamp from '../shims/Timestamp';

interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

type WithConditions = K8sResourceCommon & { status?: { conditions?: Condition[] } };

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

function Labels({ values }: { values: Record<string, string> }) {
  const entries = Object.entries(values);
  if (entries.length === 0) return <>No labels</>;
  return (
    <LabelGroup numLabels={8}>
      {entries.map(([key, value]) => (
        <Label key={key} isCompact>{`${key}=${value}`}</Label>
      ))}
    </LabelGroup>
  );
}

function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h2">Conditions</Title>
      <Table aria-label="Conditions" variant="compact">
        <Thead>
          <Tr>
            <Th>Type</Th>
            <Th>Status</Th>
            <Th>Updated</Th>
            <Th>Reason</Th>
            <Th>Message</Th>
          </Tr>
        </Thead>
        <Tbody>
          {conditions.map(({ type, status, reason, message, lastTransitionTime }) => (
            <Tr key={type}>
              <Td dataLabel="Type">{type}</Td>
              <Td dataLabel="Status">{status}</Td>
              <Td dataLabel="Updated">
                <Timestamp timestamp={lastTransitionTime} />
              </Td>
              <Td dataLabel="Reason">{reason ?? '-'}</Td>
              <Td dataLabel="Message">{message ?? '-'}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </PageSection>
  );
}

/** What all kinds have in common, and the conditions of those that have some. */
export function DetailsTab({ obj }: { obj: WithConditions }) {
  const { name, namespace, labels = {}, annotations = {}, creationTimestamp } = obj.metadata ?? {};
  const conditions = obj.status?.conditions ?? [];
  const count = Object.keys(annotations).length;
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <Title
          headingLevel="h2"
          className="sandbox__section-heading"
        >{`${obj.kind ?? 'Object'} details`}</Title>
        <DescriptionList>
          <Entry term="Name">{name}</Entry>
          {namespace !== undefined && (
            <Entry term="Namespace">
              <ResourceLink groupVersionKind={{ version: 'v1', kind: 'Namespace' }} name={namespace} />
            </Entry>
          )}
          <Entry term="Labels">
            <Labels values={labels} />
          </Entry>
          <Entry term="Annotations">{`${String(count)} annotation${count === 1 ? '' : 's'}`}</Entry>
          <Entry term="Created at">
            <Timestamp timestamp={creationTimestamp} />
          </Entry>
        </DescriptionList>
      </PageSection>
      {conditions.length > 0 && <Conditions conditions={conditions} />}
    </>
  );
}
