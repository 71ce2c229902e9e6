/** Keeps rows taken evenly from a stream of unknown length: every n-th, n doubling whenever there are too many. */
export class SpreadSample {
  private kept: string[][] = [];
  private step = 1;
  private seen = 0;

  constructor(private readonly limit: number) {}

  add(cells: string[]): void {
    if (this.seen++ % this.step !== 0) return;
    this.kept.push(cells);
    if (this.kept.length <= this.limit) return;
    this.kept = this.kept.filter((_, index) => index % 2 === 0);
    this.step *= 2;
  }

  rows(): string[][] {
    return this.kept;
  }
}
