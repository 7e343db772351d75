/** What the test of files and its child have in common. */
export const FILE_KINDS = ['clipboard', 'policy', 'catalogue', 'csv', 'xlsx', 'xls', 'package', 'plan'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export interface FileQuestion {
  kind: FileKind
  bytes: Uint8Array
}
export interface FileHeard {
  /** Of its problems; none where it was read. */
  codes: string[]
  /** Of what was thrown and is no problem with words. */
  fault: string | null
  polluted: string[]
}
