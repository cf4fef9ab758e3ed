import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PolicyDialog } from './PolicyDialog';
import type { PolicyText } from './PolicyFields';
import { policyMessages } from './policyMessages';

jest.mock('../i18n', () => ({ useT: () => (key: string) => key }));

const initial: PolicyText = { minReplicas: '1', maxReplicas: '3', threshold: '2' };
const plain = ((key: string) => key) as unknown as Parameters<typeof policyMessages>[1];

function messagesOf(text: PolicyText) {
  return policyMessages(
    Number(text.maxReplicas) < Number(text.minReplicas)
      ? [{ code: 'maxBelowMin', field: 'maxReplicas', limit: Number(text.minReplicas) }]
      : [],
    plain,
  );
}

function show(props: Partial<Parameters<typeof PolicyDialog>[0]> = {}) {
  const onSave = jest.fn();
  const all = {
    title: 'Edit llama',
    saveLabel: 'Save',
    initial,
    messagesOf,
    progress: undefined,
    busy: false,
    now: 0,
    onSave,
    onClose: jest.fn(),
    ...props,
  };
  const view = render(<PolicyDialog {...all} />);
  return {
    onSave,
    update: (next: Partial<typeof all>) => {
      view.rerender(<PolicyDialog {...all} {...next} />);
    },
  };
}

describe('PolicyDialog', () => {
  it('saves only what was changed', async () => {
    const { onSave } = show();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    const field = screen.getByRole('spinbutton', { name: /Maximum replicas/ });
    await userEvent.clear(field);
    await userEvent.type(field, '6');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSave).toHaveBeenCalledWith({ ...initial, maxReplicas: '6' });
  });

  it('says what is wrong at the field and does not save it', async () => {
    show();
    const field = screen.getByRole('spinbutton', { name: /Maximum replicas/ });
    await userEvent.clear(field);
    await userEvent.type(field, '0');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/must not be below the minimum/);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('keeps what was typed and shows the words of the server when the change fails', async () => {
    const { update } = show();
    const field = screen.getByRole('spinbutton', { name: /Threshold/ });
    await userEvent.clear(field);
    await userEvent.type(field, '5');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    update({
      progress: {
        step: 'check',
        since: 0,
        error: { step: 'check', code: 'refused', message: 'admission webhook denied the request' },
      },
    });
    expect(field).toHaveValue(5);
    expect(screen.getByText('admission webhook denied the request')).toBeInTheDocument();
    expect(screen.getByText('Nothing was changed.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Save' })).toBeEnabled();
  });

  it('says that the cluster is slow', async () => {
    const { update } = show({ savesUnchanged: true });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    update({ savesUnchanged: true, busy: true, now: 60_000, progress: { step: 'follow', since: 0 } });
    expect(screen.getByText(/has not taken it over yet/)).toBeInTheDocument();
  });
});
