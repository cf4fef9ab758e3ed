import { Skeleton } from '@patternfly/react-core';
import './components.css';

interface TableSkeletonProps {
  /** What is on its way, for screen readers. */
  text: string;
}

const rows = [1, 2, 3, 4];

/** Stands in for the rows of a table that is being read. */
export function TableSkeleton({ text }: TableSkeletonProps) {
  return (
    <>
      {rows.map((row) => (
        <Skeleton
          key={row}
          height="2.5rem"
          className="llm-autoscaling__skeleton-row"
          screenreaderText={row === 1 ? text : ''}
        />
      ))}
    </>
  );
}
