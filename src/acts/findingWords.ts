import type { Finding } from '../consequences/findings';
import type { Translate } from '../i18n';

/** A finding in words: what it is, why, and what to do. */
export interface FindingText {
  title: string;
  lines: readonly string[];
}

type Of<Code extends Finding['code']> = Extract<Finding, { code: Code }>;

function driftLines({ fields }: Of<'drift'>, t: Translate): string[] {
  return fields.map(({ field, asked, found }) =>
    t('{{field}}: {{found}}, where the model asks for {{asked}}', {
      field,
      found: found ?? t('not set'),
      asked: asked ?? t('not set'),
    }),
  );
}

function conflictText(finding: Finding, t: Translate): FindingText | undefined {
  switch (finding.code) {
    case 'orphanScaledObject':
      return {
        title: t('The ScaledObject {{name}} was left behind', { name: finding.scaledObject }),
        lines: [
          finding.autoscalerClass === 'hpa'
            ? t(
                'The class is hpa, but KEDA’s HPA is still there: with two HPAs on its pods the model does not scale.',
              )
            : t(
                'The class is {{autoscalerClass}}, but KEDA still scales the model: KServe and KEDA undo each other’s work.',
                {
                  autoscalerClass: finding.autoscalerClass,
                },
              ),
        ],
      };
    case 'leftoverHpa':
      return {
        title: t('KServe’s HPA {{name}} was left behind', { name: finding.hpa }),
        lines: [
          finding.blocks === 'keda'
            ? t('KEDA does not scale a model that has another HPA, and KServe does not remove it.')
            : t('With two HPAs on its pods the model does not scale, and KServe does not remove its own.'),
        ],
      };
    case 'foreignHpa':
      return {
        title:
          finding.hpa === ''
            ? t('Another HPA is in the way')
            : t('The HPA {{name}} is in the way', { name: finding.hpa }),
        lines: [
          t('It is not KServe’s: whoever made it has to remove it before KEDA can scale the model.'),
          ...(finding.message === undefined ? [] : [finding.message]),
        ],
      };
    case 'foreignScaledObject':
      return {
        title: t('The ScaledObject {{name}} is not KServe’s', { name: finding.scaledObject }),
        lines: [
          finding.autoscalerClass === 'keda'
            ? t('It scales the model, so that KEDA refuses KServe’s own: the policy has no effect.')
            : t(
                'It scales the model, and KServe sets the replicas, too. With the class external KServe would leave them alone.',
              ),
        ],
      };
    default:
      return undefined;
  }
}

/** The words for a finding. */
export function findingWords(finding: Finding, t: Translate): FindingText {
  switch (finding.code) {
    case 'noScaledObject':
      return {
        title: t('There is no ScaledObject'),
        lines: [
          finding.message ??
            t('The class is keda, but KServe has not made one. Its conditions and events say why.'),
        ],
      };
    case 'drift':
      return {
        title: t('The ScaledObject {{name}} is not what the model asks for', { name: finding.scaledObject }),
        lines: [
          ...driftLines(finding, t),
          t(
            'KServe sets it back: edit the policy instead. If this stays, KServe cannot write it, and its events say why.',
          ),
        ],
      };
    case 'gitOps':
      return {
        title: t('Managed by {{manager}}', { manager: finding.manager }),
        lines: [
          t(
            '{{manager}} keeps this object as it is in a repository: it will undo your edit. Change it there.',
            {
              manager: finding.manager,
            },
          ),
        ],
      };
    case 'sharedQuery':
      return {
        title: t('Other models have the same query: {{models}}', { models: finding.models.join(', ') }),
        lines: [
          t('They all scale on one number, whichever of them has the load. Give each a query of its own.'),
        ],
      };
    default:
      return conflictText(finding, t) ?? { title: '', lines: [] };
  }
}
