/** For specs: what jsdom has no layout for. Every element is as wide as this, and in view or not. */
interface Surroundings {
  /** Pixels. */
  width: number;
  visible: boolean;
}

function rectOf(width: number): DOMRectReadOnly {
  return { x: 0, y: 0, width, height: 0, top: 0, right: width, bottom: 0, left: 0, toJSON: () => ({}) };
}

/** Puts observers into jsdom that report the surroundings as they are when an element is observed. */
export function observeAll(surroundings: Surroundings): void {
  class Widths implements ResizeObserver {
    constructor(private readonly report: ResizeObserverCallback) {}
    observe(target: Element): void {
      const contentRect = rectOf(surroundings.width);
      const sizes = { borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] };
      this.report([{ target, contentRect, ...sizes }], this);
    }
    unobserve(): void {
      this.report([], this);
    }
    disconnect = (): void => undefined;
  }
  class Views implements IntersectionObserver {
    readonly root = null;
    readonly rootMargin = '';
    readonly thresholds = [];
    constructor(private readonly report: IntersectionObserverCallback) {}
    observe(target: Element): void {
      const rect = rectOf(surroundings.width);
      const rects = { boundingClientRect: rect, intersectionRect: rect, rootBounds: null };
      const isIntersecting = surroundings.visible;
      this.report(
        [{ target, ...rects, isIntersecting, intersectionRatio: Number(isIntersecting), time: 0 }],
        this,
      );
    }
    unobserve(): void {
      this.report([], this);
    }
    disconnect = (): void => undefined;
    takeRecords = (): IntersectionObserverEntry[] => [];
  }
  global.ResizeObserver = Widths;
  global.IntersectionObserver = Views;
}
