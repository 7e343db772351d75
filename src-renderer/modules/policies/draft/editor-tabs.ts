/** The pages of the editor, in their order. */
export const EDITOR_TABS = ['rules', 'steps', 'indicators', 'examples', 'difference', 'about'] as const
export type EditorTab = (typeof EDITOR_TABS)[number]

const TABS: [start: string, tab: EditorTab][] = [
  ['/classes', 'rules'],
  ['/classification', 'rules'],
  ['/allocation', 'steps'],
  ['/indicators', 'indicators'],
  ['/examples', 'examples'],
]

/** @returns the page on which a place of the document is shown; a place that is no path is a step that the engine named */
export const tabOf = (path: string): EditorTab =>
  TABS.find(([start]) => path.startsWith(start))?.[1] ?? (path.startsWith('/') ? 'about' : 'steps')
