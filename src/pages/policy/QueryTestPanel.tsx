import { Alert, Button } from '@patternfly/react-core';
import { useState } from 'react';
import { testTrigger } from '../../data/testQuery';
import type { QueryTest } from '../../data/testQuery';
import { useT } from '../../i18n';
import type { PolicyTrigger } from '../../policy/trigger';
import { queryTestWords } from './queryTestWords';

interface Tested {
  /** What was tested, as text: an older outcome says nothing of another query. */
  key: string;
  outcome?: QueryTest;
}

/** A button that asks a trigger's query as KEDA does, and what came back. */
export function QueryTestPanel({ trigger }: { trigger: PolicyTrigger }) {
  const t = useT();
  const [tested, setTested] = useState<Tested>();
  const key = [trigger.query, trigger.serverAddress, trigger.namespace].join('\n');
  const current = tested?.key === key ? tested : undefined;
  const busy = current !== undefined && current.outcome === undefined;
  async function test(): Promise<void> {
    setTested({ key });
    const outcome = await testTrigger(trigger);
    setTested((now) => (now?.key === key ? { key, outcome } : now));
  }
  const words = current?.outcome && queryTestWords(current.outcome, t);
  return (
    <>
      <div>
        <Button
          variant="secondary"
          size="sm"
          isLoading={busy}
          isDisabled={busy || trigger.query.trim() === ''}
          onClick={() => void test()}
        >
          {t('Test the query')}
        </Button>
      </div>
      {words !== undefined && (
        <Alert isInline isPlain isLiveRegion variant={words.variant} title={words.title}>
          {words.lines.map((line) => (
            <p key={line} className="llm-autoscaling__policy-words">
              {line}
            </p>
          ))}
        </Alert>
      )}
    </>
  );
}
