import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { EllipsisVIcon } from '@patternfly/react-icons';
import { Suspense, useState } from 'react';
import { denialOf } from '../components/denial';
import { switchBlock } from '../components/switchBlock';
import { useModelChanges } from '../data/useModelChanges';
import { useT } from '../i18n';
import { modeOf } from '../policy/readPolicy';
import { isRawMode } from '../resources/deploymentMode';
import { isScaledByHttp } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';
import type { ModelStatus } from '../status/modelStatus';
import { FixDialog, PauseDialog } from './lazyDialogs';

interface ActsMenuProps {
  model: ServedModel;
  status: ModelStatus;
  kedaInstalled: boolean;
}

type Act = 'pause' | 'fix';

/** The rarer acts on a model, each with why it cannot be done; nothing where there are none. */
export function ActsMenu({ model, status, kedaInstalled }: ActsMenuProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [act, setAct] = useState<Act>();
  const { needs } = useModelChanges(model);
  const mode = modeOf(model.inferenceService);
  const byHttp = isScaledByHttp(model);
  // Another controller scales a model of another class, and other modes know no such classes.
  const fixes = ['keda', 'hpa', 'none'].includes(mode) && isRawMode(model.inferenceService);
  const pauseBlock = switchBlock({ model, status, kedaInstalled, turnsOn: false, reviews: needs.pause }, t);
  const fixBlock = status.code === 'stopped' ? t('The model is stopped.') : denialOf(needs.fix, t);
  const close = (): void => {
    setAct(undefined);
  };
  if (!fixes && !byHttp) return null;
  const item = (one: Act, label: string, reason: string | undefined) => (
    <DropdownItem
      isAriaDisabled={reason !== undefined}
      {...(reason === undefined ? {} : { description: reason })}
      onClick={() => {
        if (reason === undefined) setAct(one);
      }}
    >
      {label}
    </DropdownItem>
  );
  return (
    <>
      <Dropdown
        isOpen={open}
        onOpenChange={setOpen}
        onSelect={() => {
          setOpen(false);
        }}
        popperProps={{ position: 'end' }}
        toggle={(ref) => (
          <MenuToggle
            ref={ref}
            variant="plain"
            isExpanded={open}
            aria-label={t('More actions')}
            icon={<EllipsisVIcon />}
            onClick={() => {
              setOpen(!open);
            }}
          />
        )}
      >
        <DropdownList>
          {(mode === 'keda' || byHttp) && item('pause', t('Pause another way'), pauseBlock)}
          {fixes && item('fix', mode === 'none' ? t('Set the replicas') : t('Remove autoscaling'), fixBlock)}
        </DropdownList>
      </Dropdown>
      <Suspense fallback={null}>
        {act === 'pause' && <PauseDialog model={model} onClose={close} />}
        {act === 'fix' && <FixDialog model={model} onClose={close} />}
      </Suspense>
    </>
  );
}
