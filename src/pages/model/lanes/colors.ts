/** Colours of the lines, by what they mean: all are tokens, which follow the theme. */
export const colors = {
  waiting: 'var(--pf-t--chart--color--orange--300)',
  running: 'var(--pf-t--chart--color--blue--200)',
  capacity: 'var(--pf-t--global--text--color--regular)',
  desired: 'var(--pf-t--chart--color--purple--300)',
  current: 'var(--pf-t--chart--color--blue--300)',
  ready: 'var(--pf-t--chart--color--green--300)',
  bound: 'var(--pf-t--global--text--color--subtle)',
  band: 'var(--pf-t--chart--color--black--300)',
  gpus: 'var(--pf-t--chart--color--teal--300)',
  pending: 'var(--pf-t--chart--color--orange--300)',
  median: 'var(--pf-t--chart--color--blue--300)',
  slow: 'var(--pf-t--chart--color--red-orange--300)',
  cache: 'var(--pf-t--chart--color--purple--200)',
  generated: 'var(--pf-t--chart--color--green--300)',
  read: 'var(--pf-t--chart--color--blue--300)',
} as const;
