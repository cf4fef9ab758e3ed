import { Alert, AlertActionLink } from '@patternfly/react-core';
import { Suspense, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { denialOf } from '../components/denial';
import { findingsOf, type Finding } from '../consequences/findings';
import { useModelChanges } from '../data/useModelChanges';
import { useT } from '../i18n';
import type { Translate } from '../i18n';
import type { ServedModel } from '../resources/servedModel';
import './acts.css';
import { findingLinks } from './findingLinks';
import { findingWords } from './findingWords';
import { RemoveDialog } from './lazyDialogs';

interface FindingsProps {
  model: ServedModel;
  /** The models that are watched with it. */
  neighbours: ReadonlyMap<string, ServedModel>;
  /** Milliseconds since 1970. */
  now: number;
  /** ScaledObjects could not be listed. */
  unread: boolean;
}

interface Removal {
  what: 'hpa' | 'scaledObject';
  name: string;
}

function removalOf(finding: Finding): Removal | undefined {
  if (finding.code === 'leftoverHpa') return { what: 'hpa', name: finding.hpa };
  return finding.code === 'orphanScaledObject'
    ? { what: 'scaledObject', name: finding.scaledObject }
    : undefined;
}

function removalWords({ what }: Removal, t: Translate): string {
  return what === 'hpa' ? t('Remove the HPA') : t('Delete the ScaledObject');
}

/** In ms. */
const halfMinute = 30_000;

/** What stands between a model and its scaling, each with why it is so and what mends it. */
export function Findings({ model, neighbours, now, unread }: FindingsProps) {
  const t = useT();
  const navigate = useNavigate();
  const { needs } = useModelChanges(model);
  const [removal, setRemoval] = useState<Removal>();
  // Ages count in half minutes here: a tick of the clock changes nothing else.
  const when = Math.floor(now / halfMinute) * halfMinute;
  const findings = useMemo(
    () => findingsOf(model, neighbours.values(), when, unread),
    [model, neighbours, when, unread],
  );
  if (findings.length === 0 && removal === undefined) return null;
  return (
    <div className="llm-autoscaling__acts-findings">
      {findings.map((finding) => {
        const { title, lines } = findingWords(finding, t);
        const mends = removalOf(finding);
        const denial =
          mends && denialOf(mends.what === 'hpa' ? needs.removeHpa : needs.removeScaledObject, t);
        const links = findingLinks(finding, model, t);
        return (
          <Alert
            key={finding.code}
            isInline
            variant={finding.tone}
            title={title}
            actionLinks={
              <>
                {mends !== undefined && (
                  <AlertActionLink
                    isAriaDisabled={denial !== undefined}
                    onClick={() => {
                      if (denial === undefined) setRemoval(mends);
                    }}
                  >
                    {removalWords(mends, t)}
                  </AlertActionLink>
                )}
                {links.map(({ label, to }) => (
                  <AlertActionLink
                    key={to}
                    onClick={() => {
                      void navigate(to);
                    }}
                  >
                    {label}
                  </AlertActionLink>
                ))}
              </>
            }
          >
            {[...lines, ...(denial === undefined ? [] : [denial])].map((line) => (
              <p key={line} className="llm-autoscaling__acts-words">
                {line}
              </p>
            ))}
          </Alert>
        );
      })}
      <Suspense fallback={null}>
        {removal !== undefined && (
          <RemoveDialog
            model={model}
            what={removal.what}
            name={removal.name}
            onClose={() => {
              setRemoval(undefined);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
