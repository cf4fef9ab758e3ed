/** On which side of its mark a label stands. */
export type LabelSide = 'after' | 'before';

/** Half of a mark, and a label with its distance from the mark; pixels. */
const halfMark = 8;
const labelWidth = 52;

/** Where each mark's label finds room between the marks and the labels before it; none where there is no room. */
export function labelSides(places: readonly number[], width: number): (LabelSide | undefined)[] {
  let taken = 0;
  return places.map((place, index) => {
    const next = (places[index + 1] ?? width + halfMark) - halfMark;
    if (next - place >= labelWidth) {
      taken = place + labelWidth;
      return 'after';
    }
    const fits = place - labelWidth >= taken;
    taken = place + halfMark;
    return fits ? 'before' : undefined;
  });
}
