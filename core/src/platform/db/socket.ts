import { Socket } from 'node:net';

/**
 * A socket that hands everything written in one turn of the event loop to the kernel at once. Statements that are
 * sent together then cost one system call and one packet; each of their own would cost more than preparing it.
 */
export class GatheringSocket extends Socket {
  private gathering = false;

  override cork(): void {
    if (!this.gathering) {
      this.gathering = true;
      super.cork();
      process.nextTick(() => {
        this.gathering = false;
        this.uncork();
      });
    }
    super.cork();
  }
}
