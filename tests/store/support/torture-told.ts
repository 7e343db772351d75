/** What the working day that is going to be killed says, one a line. */
export type Told =
  | { kind: 'ready' }
  | { kind: 'begun'; operation: string }
  | { kind: 'done' | 'refused'; operation: string; revision: number }
  | { kind: 'written'; file: string }
