import type { Titles } from '../support/titles.ts'

/**
 * Tests of tests/browser that only `npm run full` and `npm run browser` make: the same promise once more with another table, kind or
 * reason, or what its operation proves without a screen. `npm test` is for all day: there each promise is kept once. By file: parts of
 * titles.
 */
export const VARIATIONS: Titles = {
  'the-analysis.spec.ts': ['tells how evenly the money reaches', 'shows the years, with what was spent'],
  'the-appeals.spec.ts': ['the funnel names who has more than chance explains'],
  'the-catalogue.spec.ts': ['two plans are compared by their work'],
  'the-class.spec.ts': ['the panel follows the arrow keys'],
  'the-comparison.spec.ts': [
    'a community is explained under each plan',
    'the matrix has the totals of both plans',
    'a number by district and a gain lead to',
  ],
  'the-desk.spec.ts': ['are decided by whole files', 'keep what was assigned by hand for the next sheet'],
  'the-dictionary.spec.ts': [
    'says which values no longer fit a change',
    'retires an indicator, keeps',
    'is never above others that are chosen',
    'is refused in the dialog when it can be mistaken',
    'does not retire what the policy in use rests on',
    'puts indicators and groups in another order',
  ],
  'the-grid-tools.spec.ts': [
    'has no critical fault of access',
    'moves its columns, and fills to the right',
    'is entered and left with Tab',
  ],
  'the-grid.spec.ts': [
    'filters a column without a mouse',
    'finds within the table with Ctrl+F',
    'has the districts and subdistricts at the side',
    'reads a pasted block as a sheet is read',
    'says when a filter is no number',
    'shows last year below each value',
  ],
  'the-ledger.spec.ts': [
    'the exported ledger comes back',
    'a heading nobody knows is assigned by hand',
    'a file that can not be read is said so',
  ],
  'the-log.spec.ts': [
    'is narrowed by community, indicator',
    'says when it is asked for a community that there is not',
    'what a plan began with is told',
    'is laid out for paper as',
  ],
  'the-long-step.spec.ts': ['a very large step is taken back'],
  'the-map.spec.ts': ['the parts of a split lie where they lie'],
  'the-mending.spec.ts': ['a sheet that does not say its subdistrict'],
  'the-navigation.spec.ts': ['groups are folded by whoever does not need them'],
  'the-network-folder.spec.ts': ['a start that fails on a network folder'],
  'the-paper-settings.spec.ts': [
    'statements of a subdistrict are one PDF',
    'everything about each community of a subdistrict',
    'the work plan is printed as it stands',
  ],
  'the-paper.spec.ts': ['speaks English where the screen does'],
  'the-plan-files.spec.ts': ['districts are put in the order', 'a plan of which the disk has lost a bit'],
  'the-policy-editor.spec.ts': [
    'a class gets another key everywhere',
    'a total that can not be reached is said at its step',
    'amounts are typed in either unit',
    'steps are added, put in order by keyboard',
    'a rule is duplicated and taken out again',
    'a rule with a group inside a group',
    'a threshold outside of the range of its indicator',
    'put in another order by dragging the handle',
    'what is no number is marked',
    'what no rule catches is counted',
    'whoever takes back the beginning of the draft itself',
  ],
  'the-policy-versions.spec.ts': [
    'can tell the other communities of an example',
    'with an amount that depends on the others',
    'a file that is wrong in itself can be opened',
    'a rule on an indicator that was retired',
    'are compared in words and side by side',
    'the same number can not be given twice',
  ],
  'the-policy.spec.ts': ['are turned away when they are no JSON at all'],
  'the-projects.spec.ts': ['what is left alone stays as exact as it was'],
  'the-renovation.spec.ts': ['kinds and prices are set for all'],
  'the-report.spec.ts': ['shows the flow between classes from the second year on'],
  'the-table.spec.ts': ['offers the options of a category', 'opens a cell with F2', 'says how much of a pasted block did not fit'],
  'the-targets.spec.ts': ['a name among counts is refused', 'a sheet of a quarter is previewed', 'more missed than found is refused'],
  'the-teams.spec.ts': ['demands follow what is saved', 'duties of service teams stand in', 'neighbours are pasted as a list'],
  'the-whole-job.spec.ts': [
    'is turned away with a clear word when it is no spreadsheet',
    'is refused as a whole when a cell is wrong',
    'shows that a long spreadsheet is being read',
    'draws who moves and where money shifts',
    'shows every class with its number',
  ],
  'what-if.spec.ts': [
    'two thousand communities follow a slider',
    'a locked scenario can be read',
    'what can not be is told in words',
    'a number turned back',
  ],
}
