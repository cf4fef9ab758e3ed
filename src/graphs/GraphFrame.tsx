import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { CursorOverlay } from './CursorOverlay';
import './graphs.css';
import { plotPadding } from './plot';
import type { TimeAxis } from './timeAxis';
import { useVisible } from './useVisible';
import { useWidth } from './useWidth';

interface GraphFrameProps {
  title: string;
  /** One sentence that says what the graph shows, for those who do not see it. */
  summary: string;
  /** Stands beside the title, such as a menu. */
  actions?: ReactNode;
  /** What the lines are, with their values; below the title. */
  legend: ReactNode;
  axis: TimeAxis;
  /** Height of the plot in pixels. */
  height: number;
  /** Said in the plot when there is nothing to draw. */
  empty?: string | undefined;
  describe: (time: number) => string;
  /** Draws into the given width (pixels); while the graph is out of view it should keep what it drew. */
  draw: (width: number, visible: boolean) => ReactNode;
}

/** A graph of the page's time axis: names and values at the left, the plot at the right. */
export function GraphFrame(props: GraphFrameProps) {
  const { title, summary, actions, legend, axis, height, empty, describe, draw } = props;
  const [width, attachWidth] = useWidth();
  const [visible, attachVisible] = useVisible();
  const attach = useCallback(
    (element: HTMLElement | null) => {
      attachWidth(element);
      attachVisible(element);
    },
    [attachWidth, attachVisible],
  );
  const plotWidth = Math.max(0, width - plotPadding.left - plotPadding.right);
  return (
    <figure className="llm-autoscaling__graph">
      <figcaption className="llm-autoscaling__graph-head">
        <div className="llm-autoscaling__graph-title">
          <h2 className="llm-autoscaling__graph-name">{title}</h2>
          {actions}
        </div>
        {legend}
      </figcaption>
      <div ref={attach} className="llm-autoscaling__plot">
        <div role="img" aria-label={`${title}. ${summary}`} style={{ minBlockSize: height }}>
          {plotWidth > 0 && draw(width, visible)}
        </div>
        {empty !== undefined && (
          <p className="llm-autoscaling__empty" aria-hidden>
            {empty}
          </p>
        )}
        {plotWidth > 0 && (
          <CursorOverlay axis={axis} title={title} plotWidth={plotWidth} describe={describe} />
        )}
      </div>
    </figure>
  );
}
