import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { useEffect, useState } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import { switchBlock } from '../../../components/switchBlock';
import { needsOf } from '../../../data/changeNeeds';
import { nextOf } from '../../../data/switchAction';
import type { SwitchAction } from '../../../data/switchAction';
import { useAccess } from '../../../data/useAccess';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import { modelLinks } from './modelLinks';
import type { SwitchFacts } from './SwitchCell';

function LinkItem({ to, label }: { to: string | undefined; label: string }) {
  const href = useHref(to ?? '');
  const follow = useLinkClickHandler(to ?? '');
  if (to === undefined) return null;
  return (
    <DropdownItem to={href} onClick={follow}>
      {label}
    </DropdownItem>
  );
}

function switchLabel(action: SwitchAction, t: Translate): string {
  const labels = { pause: t('Pause'), resume: t('Resume'), turnOn: t('Turn on') };
  return labels[action];
}

function SwitchItem({ model, status, kedaInstalled, busy, onChange }: SwitchFacts) {
  const t = useT();
  const next = nextOf(model);
  const reviews = needsOf(model, useAccess(model.namespace))[next];
  const reason = busy
    ? t('A change is under way.')
    : switchBlock({ model, status, kedaInstalled, turnsOn: next === 'turnOn', reviews }, t);
  return (
    <DropdownItem
      isAriaDisabled={reason !== undefined}
      description={reason}
      onClick={() => {
        if (reason === undefined) onChange(model.key, next);
      }}
    >
      {switchLabel(next, t)}
    </DropdownItem>
  );
}

/** The open menu of a row: what can be done to the model, and where to look at its parts. */
export function RowMenu({ label, ...facts }: SwitchFacts & { label: string }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    // It finds its place beside a toggle that is there already.
    const timer = setTimeout(() => {
      setIsOpen(true);
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const links = modelLinks(facts.model);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onSelect={() => {
        setIsOpen(false);
      }}
      shouldFocusToggleOnSelect
      shouldFocusFirstItemOnOpen
      // Nothing of a row is drawn outside of it.
      popperProps={{ position: 'right', appendTo: () => document.body }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          // It stands where the button was that had the focus until now.
          autoFocus
          variant="plain"
          aria-label={label}
          icon={<EllipsisVIcon />}
          isExpanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        />
      )}
    >
      <DropdownList>
        <LinkItem to={links.policy} label={t('Edit policy')} />
        <SwitchItem {...facts} />
        <LinkItem to={links.metrics} label={t('Open in Metrics')} />
        <LinkItem to={links.inferenceService} label={t('Open InferenceService')} />
        <LinkItem to={links.scaledObject} label={t('Open ScaledObject')} />
        <LinkItem to={links.hpa} label={t('Open HPA')} />
        <LinkItem to={links.yaml} label={t('YAML')} />
      </DropdownList>
    </Dropdown>
  );
}
