import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { CubesIcon, ExclamationCircleIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { useT } from '../i18n';
import type { Translate } from '../i18n';

/** Why the models cannot be shown. */
export interface Problem {
  code: 'forbidden' | 'absent' | 'failed';
  /** Plural of the kind, such as "inferenceservices". */
  plural: string;
  /** The server's words. */
  message: string;
}

interface ReadProblemProps {
  problem: Problem;
  /** The project, undefined for all of them. */
  namespace: string | undefined;
}

const icons = { forbidden: ExclamationCircleIcon, absent: CubesIcon, failed: ExclamationCircleIcon };

function titleOf({ code }: Problem, t: Translate): string {
  if (code === 'forbidden') return t('You cannot see the models here');
  return code === 'absent' ? t('KServe is not installed') : t('The models could not be read');
}

function adviceOf({ code, plural }: Problem, namespace: string | undefined, t: Translate): string {
  if (code === 'absent') {
    return t(
      'This page shows models that KServe serves. Install Red Hat OpenShift AI or Open Data Hub from the software catalog.',
    );
  }
  if (code === 'failed') return t('The console tries again every few seconds.');
  return namespace === undefined
    ? t('You need the right to list {{plural}} in all projects. Choose a project that you have access to.', {
        plural,
      })
    : t(
        'You need the right to list {{plural}} in the project {{namespace}}. Ask an administrator of the project.',
        {
          plural,
          namespace,
        },
      );
}

/** Takes the place of a page whose models could not be read: what is missing and what to do. */
export function ReadProblem({ problem, namespace }: ReadProblemProps) {
  const t = useT();
  return (
    <EmptyState titleText={titleOf(problem, t)} headingLevel="h2" icon={icons[problem.code]}>
      <EmptyStateBody>
        <p>{adviceOf(problem, namespace, t)}</p>
        {problem.code === 'absent' ? (
          <Link to="/catalog?catalogType=operator&keyword=openshift+ai">
            {t('Open the software catalog')}
          </Link>
        ) : (
          <p className="llm-autoscaling__reason">{problem.message}</p>
        )}
      </EmptyStateBody>
    </EmptyState>
  );
}
