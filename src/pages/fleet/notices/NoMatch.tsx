import { Button, EmptyState, EmptyStateBody } from '@patternfly/react-core';
import { useT } from '../../../i18n';

/** Stands below the head of the table when the filters let nothing through. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const t = useT();
  return (
    <EmptyState titleText={t('No model matches')} headingLevel="h2">
      <EmptyStateBody>
        <p>{t('Change what you search for, or show all models again.')}</p>
        <Button variant="link" onClick={onClear}>
          {t('Clear all filters')}
        </Button>
      </EmptyStateBody>
    </EmptyState>
  );
}
