import type { BrowserContext } from '@playwright/test';

/** What the pages of a journey complain about: errors in the console, exceptions, broken content policy. */
export class Console {
  private readonly errors: string[] = [];
  private readonly tolerated: RegExp[] = [];

  listen(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.errors.push(error.error().message));
  }

  /** For journeys that provoke a refusal: the browser itself reports each answer from 400 on. */
  tolerate(pattern: RegExp): void {
    this.tolerated.push(pattern);
  }

  complaints(): string[] {
    return this.errors.filter((text) => !this.tolerated.some((pattern) => pattern.test(text)));
  }
}
