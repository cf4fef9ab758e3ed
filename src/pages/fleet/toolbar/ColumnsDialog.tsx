import { Button, Checkbox, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useId, useState } from 'react';
import { useT } from '../../../i18n';
import { columnLabel, columnNames } from '../table/columns';
import type { ColumnName } from '../table/columns';
import './toolbar.css';

interface ColumnsDialogProps {
  /** Columns that are hidden now, and those that are when nobody chose. */
  hidden: ReadonlySet<string>;
  usuallyHidden: readonly ColumnName[];
  onSave: (hidden: readonly ColumnName[]) => void;
  onClose: () => void;
}

/** Chooses the columns of the table; the name is always there. */
export function ColumnsDialog({ hidden, usuallyHidden, onSave, onClose }: ColumnsDialogProps) {
  const t = useT();
  const id = useId();
  const [left, setLeft] = useState(() => columnNames.filter((column) => hidden.has(column)));
  return (
    <Modal isOpen variant="small" aria-labelledby={id} onClose={onClose}>
      <ModalHeader
        title={t('Manage columns')}
        labelId={id}
        description={t('The chosen columns are remembered for you.')}
      />
      <ModalBody>
        <fieldset className="llm-autoscaling__columns">
          <legend className="llm-autoscaling__unseen">{t('Columns')}</legend>
          {columnNames.map((column) => (
            <Checkbox
              key={column}
              id={`${id}-${column}`}
              label={columnLabel(column, t)}
              isChecked={!left.includes(column)}
              onChange={(_event, shown) => {
                setLeft(shown ? left.filter((one) => one !== column) : [...left, column]);
              }}
            />
          ))}
        </fieldset>
      </ModalBody>
      <ModalFooter>
        <Button
          onClick={() => {
            onSave(left);
            onClose();
          }}
        >
          {t('Save')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button
          variant="link"
          onClick={() => {
            setLeft([...usuallyHidden]);
          }}
        >
          {t('Restore the usual columns')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
