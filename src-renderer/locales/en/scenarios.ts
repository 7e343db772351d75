import type { Messages } from '../zh/index.ts'

export const scenarios: Messages['scenarios'] = {
  title: 'Scenarios', note: 'Each is a base with some changes; the plan itself stays as it is', import: 'Import scenario', stack: 'Stack', stackHint: 'Mark two scenarios on the same base', compare: 'Compare with the plan', compareHint: 'Mark one to three scenarios', begin: 'Try something',
  empty: 'No scenarios yet', emptyNote: 'Turn a threshold or an amount under "What if" and save it as a scenario: then it can be compared, stacked and handed on.', open: 'Open', rename: 'Name and note', duplicate: 'Copy', lock: 'Lock', unlock: 'Unlock', export: 'Export', remove: 'Remove', nameTaken: 'That name is taken: choose another',
  removeTitle: 'Remove scenario "{name}"?', removeNote: 'Undo brings it back.', removed: 'Scenario "{name}" removed', mark: 'Mark', markOne: 'Mark: {name}', base: 'Base', changes: 'Changes', moved: 'Change class', total: 'Total', locked: 'Locked', baseGone: 'The base is gone', noChange: 'none',
  notComputed: 'No result: open it for the reason', same: 'Exactly as its base; every change is zero.', what: 'What', old: 'Base', new: 'Scenario', revert: 'Take back', stackedName: '{first} + {second}', stackDo: 'Stack into a new scenario', stackNote: 'The changes of "{second}" on top of those of "{first}", as a new scenario; both stay as they are.', noConflicts: 'Nothing contradicts.', conflicts: '{count} changes contradict each other. Decide for each:',
}
