/** The plan file itself, and what lies beside it where it was not closed: what holds its last changes, or takes half a change back. */
export const PIECES = ['', '-journal', '-wal', '-shm'] as const
