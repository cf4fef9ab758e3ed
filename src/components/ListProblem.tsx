import { EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { ExclamationCircleIcon } from '@patternfly/react-icons';
import { useT } from '../i18n';
import type { Problem } from './ReadProblem';

interface ListProblemProps {
  /** What could not be shown, such as "You cannot see the pods here" and "The pods could not be read". */
  titles: { forbidden: string; failed: string };
  problem: Problem;
  namespace: string;
}

/** Takes the place of a list of one project that could not be read: which right is missing and what to do. */
export function ListProblem({ titles, problem, namespace }: ListProblemProps) {
  const t = useT();
  const { code, plural, message } = problem;
  const forbidden = code === 'forbidden';
  return (
    <EmptyState
      titleText={forbidden ? titles.forbidden : titles.failed}
      headingLevel="h2"
      icon={ExclamationCircleIcon}
    >
      <EmptyStateBody>
        <p>
          {forbidden
            ? t(
                'You need the right to list {{plural}} in the project {{namespace}}. Ask an administrator of the project.',
                { plural, namespace },
              )
            : t('The console tries again every few seconds.')}
        </p>
        <p className="llm-autoscaling__reason">{message}</p>
      </EmptyStateBody>
    </EmptyState>
  );
}
