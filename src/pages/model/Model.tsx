import { EmptyState, EmptyStateBody, Skeleton } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { ReadProblem } from '../../components/ReadProblem';
import { useServedModel } from '../../data/useServedModel';
import { useT } from '../../i18n';
import { preloadGraphs } from './lazyViews';
import { ModelView } from './ModelView';

interface ModelProps {
  namespace: string;
  name: string;
  title?: ReactNode;
}

/** One model, or what stands in its place. */
export function Model({ namespace, name, title }: ModelProps) {
  const t = useT();
  const watched = useServedModel(namespace, name);
  useEffect(preloadGraphs, []);
  const { model, problem, loading } = watched;
  if (problem !== undefined) return <ReadProblem problem={problem} namespace={namespace} />;
  if (loading) return <Skeleton height="6rem" screenreaderText={t('Loading the model')} />;
  if (model === undefined) {
    return (
      <EmptyState titleText={t('There is no model {{name}}', { name })} headingLevel="h2" icon={CubesIcon}>
        <EmptyStateBody>
          {t('The project {{namespace}} has no InferenceService of this name.', { namespace })}
        </EmptyStateBody>
      </EmptyState>
    );
  }
  return <ModelView model={model} watched={watched} title={title} />;
}
