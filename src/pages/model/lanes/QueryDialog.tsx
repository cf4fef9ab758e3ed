import { ClipboardCopy, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useT } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import type { Lane } from './buildLanes';
import { FoundNames } from './FoundNames';
import { lineWord } from './lineWords';
import { metricsLink } from './metricsLink';

interface QueryDialogProps {
  model: ServedModel;
  lane: Lane;
  onClose: () => void;
}

/** The exact PromQL behind a graph, a query a line. */
export function QueryDialog({ model, lane, onClose }: QueryDialogProps) {
  const t = useT();
  const title = t('Queries of {{title}}', { title: lane.title });
  return (
    <Modal variant="medium" isOpen aria-label={title} onClose={onClose}>
      <ModalHeader
        title={title}
        description={t('They are asked together; each can be copied and asked alone.')}
      />
      <ModalBody>
        {lane.queries.map(([line, query]) => {
          const name = lineWord(lane, line, t);
          return (
            <div key={line} className="llm-autoscaling__query">
              <strong>{name}</strong>
              <ClipboardCopy
                isReadOnly
                isCode
                isExpanded
                variant="expansion"
                hoverTip={t('Copy')}
                clickTip={t('Copied')}
                textAriaLabel={name}
                toggleAriaLabel={t('Show all of it')}
              >
                {query}
              </ClipboardCopy>
            </div>
          );
        })}
        <FoundNames model={model} queries={lane.queries} />
      </ModalBody>
      <ModalFooter>
        <Link to={metricsLink(lane.queries)}>{t('Open in Metrics')}</Link>
      </ModalFooter>
    </Modal>
  );
}
