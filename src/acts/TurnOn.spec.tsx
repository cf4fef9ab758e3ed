import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPlainInferenceService, aServedModel } from '../resources/testObjects';
import { TurnOn } from './TurnOn';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));
jest.mock('../i18n', () => ({ useT: () => (key: string) => key }));

type Props = Parameters<typeof TurnOn>[0];

function show() {
  const turnOn = jest.fn<ReturnType<Props['changes']['turnOn']>, Parameters<Props['changes']['turnOn']>>();
  const onClose = jest.fn();
  const props = {
    model: aServedModel({ inferenceService: aPlainInferenceService() }),
    changes: { turnOn, busy: false },
    now: 0,
    onClose,
  };
  const view = render(<TurnOn {...props} />);
  const update = (changes: Partial<Props['changes']>, now = 0): void => {
    view.rerender(<TurnOn {...props} now={now} changes={{ ...props.changes, ...changes }} />);
  };
  return { turnOn, onClose, update };
}

const button = (): HTMLElement => screen.getByRole('button', { name: 'Turn on and restart' });

async function type(label: RegExp, text: string): Promise<HTMLElement> {
  const field = screen.getByRole('spinbutton', { name: label });
  await userEvent.clear(field);
  await userEvent.type(field, text);
  return field;
}

describe('TurnOn', () => {
  it('turns on with what is typed, and closes when that has arrived', async () => {
    const { turnOn, onClose } = show();
    turnOn.mockResolvedValue(undefined);
    await type(/Maximum replicas/, '6');
    await userEvent.click(button());
    expect(turnOn).toHaveBeenCalledWith({ minReplicas: 1, maxReplicas: 6, threshold: 2 });
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('says what is wrong at the field and does not turn on', async () => {
    const { turnOn } = show();
    const field = await type(/Maximum replicas/, '0');
    expect(field).toBeInvalid();
    expect(button()).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button());
    expect(turnOn).not.toHaveBeenCalled();
  });

  it('keeps what was typed and shows the words of the server when the change fails', async () => {
    const error = {
      step: 'check',
      code: 'refused',
      message: 'admission webhook denied the request',
    } as const;
    const { turnOn, onClose, update } = show();
    turnOn.mockResolvedValue(error);
    const field = await type(/Threshold/, '5');
    await userEvent.click(button());
    update({ progress: { step: 'check', since: 0, error } });
    expect(field).toHaveValue(5);
    expect(screen.getByText('admission webhook denied the request')).toBeInTheDocument();
    expect(screen.getByText('Nothing was changed.')).toBeInTheDocument();
    expect(button()).not.toHaveAttribute('aria-disabled', 'true');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says that the cluster is slow', async () => {
    const { turnOn, update } = show();
    turnOn.mockResolvedValue({ step: 'follow', code: 'late', message: '' });
    await userEvent.click(button());
    update({ busy: true, progress: { step: 'follow', since: 0 } }, 60_000);
    expect(screen.getByText(/has not taken it over yet/)).toBeInTheDocument();
  });
});
