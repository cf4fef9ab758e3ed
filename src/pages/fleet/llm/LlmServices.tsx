import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { Alert, Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useId, useMemo } from 'react';
import { listWatch } from '../../../data/listWatch';
import { readErrorOf } from '../../../data/readError';
import { useWatchedList } from '../../../data/useWatchedList';
import { useT } from '../../../i18n';
import { llmInferenceServiceKind } from '../../../resources/kinds';
import type { LlmInferenceService } from '../../../resources/llmInferenceService';
import { llmScalerOf, llmTroubleOf } from '../../../resources/llmInferenceService';
import { llmScalerWords } from './llmWords';

const { group, version, kind, plural } = llmInferenceServiceKind;

function ServiceRow({ service }: { service: LlmInferenceService }) {
  const t = useT();
  const { name, namespace = '' } = service.metadata;
  const { prefill } = service.spec;
  const trouble = llmTroubleOf(service);
  return (
    <Tr>
      <Td dataLabel={t('Name')}>
        <ResourceLink groupVersionKind={{ group, version, kind }} name={name} namespace={namespace} />
      </Td>
      <Td dataLabel={t('Project')}>{namespace}</Td>
      <Td dataLabel={t('Scaled by')}>
        {llmScalerWords(llmScalerOf(service.spec), t)}
        {prefill !== undefined && (
          <div className="llm-autoscaling__reason">
            {t('Prefill: {{scaler}}', { scaler: llmScalerWords(llmScalerOf(prefill), t) })}
          </div>
        )}
        {trouble !== undefined && <div className="llm-autoscaling__reason">{trouble}</div>}
      </Td>
    </Tr>
  );
}

/**
 * The LLMInferenceServices beside the models, to be read only: KServe scales them by their own spec.scaling, which
 * excludes spec.replicas and has other fields than those of an InferenceService. Nothing where there are none.
 */
export function LlmServices({ namespace }: { namespace: string | undefined }) {
  const t = useT();
  const id = useId();
  const watch = useMemo(() => listWatch(llmInferenceServiceKind, namespace), [namespace]);
  const list = useWatchedList<LlmInferenceService & K8sResourceCommon>(llmInferenceServiceKind, watch);
  const { data, loaded, loadError } = list;
  if (!loaded && Boolean(loadError)) {
    const { message } = readErrorOf(plural, loadError, true);
    return (
      <Alert isInline isPlain variant="info" title={t('The LLMInferenceServices could not be read')}>
        {message}
      </Alert>
    );
  }
  if (data.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Title id={id} headingLevel="h2" size="md">
        {t('LLMInferenceServices')}
      </Title>
      <p className="llm-autoscaling__reason">
        {t('KServe scales these by their own spec.scaling: they are shown here, and changed in their YAML.')}
      </p>
      <Table aria-labelledby={id} variant="compact">
        <Thead>
          <Tr>
            <Th>{t('Name')}</Th>
            <Th>{t('Project')}</Th>
            <Th>{t('Scaled by')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {data.map((service) => (
            <ServiceRow
              key={`${service.metadata.namespace ?? ''}/${service.metadata.name}`}
              service={service}
            />
          ))}
        </Tbody>
      </Table>
    </section>
  );
}
