import type { EntryKey } from './entries';

export interface FrameCompany {
  slug: string;
  name: string;
}

/** Everything the frame around a company's pages shows. */
export interface FrameData {
  company: FrameCompany;
  /** All companies of the user, this one among them. */
  companies: readonly FrameCompany[];
  user: { name: string; email: string };
  /** The areas that the user's role may open. */
  allowed: readonly EntryKey[];
  /** GET address that answers `{ items: TrayItem[] }`: the user's latest downloads. */
  downloadsSource: string;
  /** GET address that answers `{ hits: SearchHit[] }` for `?q=`. */
  searchSource: string;
}

export interface TrayItem {
  id: string;
  name: string;
  state: 'queued' | 'running' | 'ready' | 'failed' | 'cancelled' | 'expired';
  done: number;
  total: number | null;
  /** When it was asked for. */
  askedAt: string;
  /** Where the file can be had, once it is ready. */
  href?: string;
}

export interface SearchHit {
  id: string;
  kind: 'order' | 'invoice' | 'customer' | 'product';
  title: string;
  detail?: string;
  href: string;
}
