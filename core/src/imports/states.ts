/** `uploading` to `planned` prepare; only `running` changes the books. */
export const importStates = [
  'uploading',
  'inspecting',
  'mapping',
  'planning',
  'planned',
  'running',
  'done',
  'failed',
  'cancelled',
] as const;
export type ImportState = (typeof importStates)[number];

export type ImportMove =
  'upload' | 'inspect' | 'map' | 'plan' | 'check' | 'start' | 'finish' | 'fail' | 'cancel' | 'expire';

interface Transition {
  move: ImportMove;
  from: readonly ImportState[];
  to: ImportState;
}

/** Every change of an import's state. What is not here is refused. */
export const transitions: readonly Transition[] = [
  { move: 'upload', from: ['uploading'], to: 'inspecting' },
  { move: 'inspect', from: ['mapping', 'planned'], to: 'inspecting' },
  { move: 'map', from: ['inspecting'], to: 'mapping' },
  { move: 'plan', from: ['mapping', 'planned'], to: 'planning' },
  { move: 'check', from: ['planning'], to: 'planned' },
  { move: 'start', from: ['planned'], to: 'running' },
  { move: 'finish', from: ['running'], to: 'done' },
  { move: 'fail', from: ['uploading', 'inspecting', 'planning', 'running'], to: 'failed' },
  {
    move: 'cancel',
    from: ['uploading', 'inspecting', 'mapping', 'planning', 'planned', 'running'],
    to: 'cancelled',
  },
  { move: 'expire', from: ['uploading', 'mapping', 'planned'], to: 'cancelled' },
];

const none: readonly ImportState[] = [];

/** The states from which a move is possible. */
export const statesBefore = (move: ImportMove): readonly ImportState[] =>
  transitions.find((each) => each.move === move)?.from ?? none;

export const canMove = (state: ImportState, move: ImportMove): boolean => statesBefore(move).includes(state);

/** States in which the worker has something to do. */
export const activeStates = ['inspecting', 'planning', 'running'] as const satisfies readonly ImportState[];

/** States that nothing follows. */
export const finalStates = ['done', 'failed', 'cancelled'] as const satisfies readonly ImportState[];

export const isFinal = (state: ImportState): boolean =>
  (finalStates as readonly ImportState[]).includes(state);
export const isActive = (state: ImportState): boolean =>
  (activeStates as readonly ImportState[]).includes(state);
