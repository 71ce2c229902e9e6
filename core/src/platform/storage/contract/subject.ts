import { randomUUID } from 'node:crypto';
import type { Storage, StorageOptions } from '../types';

/** A store under test, as the contract needs to see it. */
export interface Subject {
  /** Another Storage on the same store. */
  open(options?: StorageOptions): Storage;
  /** Half-done uploads of a key that the store still holds. */
  leftovers(key: string): Promise<number>;
  /** Bytes of bodies that have reached the store; counted without waiting. */
  received(): number;
  close(): Promise<void>;
}

export const uniqueFolder = () => `contract/${randomUUID()}`;
