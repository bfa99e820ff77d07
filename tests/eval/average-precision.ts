/** The mean, over the positive rows, of the precision at each: 1 when all of them come first. */
export function averagePrecision(rows: readonly { readonly score: number; readonly label: number }[]): number {
  let hits = 0;
  let sum = 0;
  [...rows]
    .sort((a, b) => b.score - a.score)
    .forEach(({ label }, i) => {
      if (label !== 1) return;
      hits++;
      sum += hits / (i + 1);
    });
  return sum / hits;
}
