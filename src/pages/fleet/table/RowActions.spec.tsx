import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aServedModel } from '../../../resources/testObjects';
import { statusOf } from '../../../status/statusOf';
import { RowActions } from './RowActions';

jest.mock('../lazyViews', () => ({ RowMenu: () => <div role="menu" /> }));

const t = ((key: string) => key) as never;

function propsOf(name: string) {
  const model = { ...aServedModel(), key: `team-a/${name}`, name };
  return {
    model,
    status: statusOf(model, undefined, 0, []),
    kedaInstalled: true,
    busy: false,
    onChange: jest.fn(),
    t,
  };
}

it('opens no menu by itself when its row has been that of another model', async () => {
  const { rerender } = render(<RowActions {...propsOf('llama')} />);
  await userEvent.click(screen.getByRole('button'));
  expect(await screen.findByRole('menu')).toBeInTheDocument();
  rerender(<RowActions {...propsOf('phi')} />);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  rerender(<RowActions {...propsOf('llama')} />);
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});
