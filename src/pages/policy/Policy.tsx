import { Alert, EmptyState, EmptyStateBody, Skeleton } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { ReadProblem } from '../../components/ReadProblem';
import { useServedModel } from '../../data/useServedModel';
import { useT } from '../../i18n';
import { autoscalerClassOf } from '../../resources/autoscalerClass';
import { isScaledByHttp } from '../../resources/scaleToZero';
import { HttpPolicy } from './HttpPolicy';
import './policy.css';
import { PolicyActs } from './PolicyActs';
import { PolicyEditor } from './PolicyEditor';

interface PolicyProps {
  namespace: string;
  name: string;
}

/** The editor of a model's policy, or what stands in its place. */
export function Policy({ namespace, name }: PolicyProps) {
  const t = useT();
  const { model, problem, loading, kedaInstalled, missing } = useServedModel(namespace, name);
  if (problem !== undefined) return <ReadProblem problem={problem} namespace={namespace} />;
  if (loading) return <Skeleton height="24rem" screenreaderText={t('Loading the policy')} />;
  if (model === undefined) {
    return (
      <EmptyState titleText={t('There is no model {{name}}', { name })} headingLevel="h2" icon={CubesIcon}>
        <EmptyStateBody>
          {t('The project {{namespace}} has no InferenceService of this name.', { namespace })}
        </EmptyStateBody>
      </EmptyState>
    );
  }
  if (isScaledByHttp(model) && model.scaledObject !== undefined)
    return (
      <HttpPolicy
        model={model}
        scaledObject={model.scaledObject}
        menu={<PolicyActs model={model} kedaInstalled={kedaInstalled} missing={missing} />}
      />
    );
  const autoscalerClass = autoscalerClassOf(model.inferenceService);
  if (!['keda', 'hpa', 'none'].includes(autoscalerClass)) {
    return (
      <EmptyState titleText={t('Another controller scales this model')} headingLevel="h2" icon={CubesIcon}>
        <EmptyStateBody>
          {t('Its autoscaler class is {{autoscalerClass}}: KServe leaves its replicas to somebody else.', {
            autoscalerClass,
          })}
        </EmptyStateBody>
      </EmptyState>
    );
  }
  return (
    <>
      {!kedaInstalled && (
        <Alert isInline variant="warning" title={t('KEDA is not installed')}>
          {t(
            'The policy can be stored, but nothing scales by it before the Custom Metrics Autoscaler is installed.',
          )}
        </Alert>
      )}
      <PolicyEditor
        model={model}
        menu={<PolicyActs model={model} kedaInstalled={kedaInstalled} missing={missing} />}
      />
    </>
  );
}
