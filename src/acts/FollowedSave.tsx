import { Title } from '@patternfly/react-core';
import { PolicyFollowThrough } from '../components/PolicyFollowThrough';
import { hopsOf } from '../data/policyHops';
import { dismissFollowing, useFollowing } from '../data/useFollowThrough';
import { useT } from '../i18n';
import type { ServedModel } from '../resources/servedModel';
import './acts.css';

/** What became of the policy that was saved last, while it is on its way and until it is dismissed. */
export function FollowedSave({ model }: { model: ServedModel }) {
  const t = useT();
  const following = useFollowing(model.key);
  if (following === undefined) return null;
  const { saved, startedAt, arrivals, seenAt, trouble, replicas, error, unremoved, over } = following;
  return (
    <section>
      <Title headingLevel="h2" size="lg" className="llm-autoscaling__acts-head">
        {t('Saved')}
      </Title>
      <PolicyFollowThrough
        hops={hopsOf(saved)}
        startedAt={startedAt}
        arrivals={arrivals}
        now={seenAt}
        trouble={trouble}
        replicas={replicas}
        error={error}
        unremoved={unremoved}
        over={over}
        onDismiss={() => {
          dismissFollowing(model.key);
        }}
      />
    </section>
  );
}
