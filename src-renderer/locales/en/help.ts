import type { SameTexts } from '../texts.ts'

export const help: SameTexts<typeof import('../zh/help.ts').help> = {
  title: 'Help',
  tourTitle: 'Five-minute tour',
  intro:
    'Quanheng turns a spreadsheet of community indicators into a reasoned classification and allocation: first the class, then the money, and behind every class and amount the way it came about. Everything happens on this computer; no network is needed.',
  steps: {
    one: {
      title: 'Open the sample city',
      text: 'It is open at the first start; later, create a plan under "Plan files" with "With the sample city" ticked. It has 180 communities with synthetic indicators, and says "Sample data" wherever it is shown or printed.',
    },
    two: {
      title: 'Look at the overview',
      text: "It gives the year's total, the change against last year, the classes, and two charts: who moves between classes, and how money shifts between districts (of a single one, between its subdistricts). Each chart can be shown as a table.",
    },
    three: {
      title: 'Import a spreadsheet',
      text: 'Under "Import", drop the spreadsheets from the subdistricts, several at once. The preview shows which column means what, what will be added and changed, and which cell has a problem and why. Type the right value beside it or leave it empty, or import the rest now and mend it later; nothing is written before you confirm, and then as one step.',
    },
    four: {
      title: 'Check and edit',
      text: '"Communities" is a table you type into: arrows move, typing edits, F2 opens, Delete clears, Ctrl+C and Ctrl+V exchange blocks with Excel and WPS. What does not fit is marked with the reason and not written. Ctrl+Z takes back step by step; a step made on another page is asked about first, and an adoption is taken back by its own button.',
    },
    five: {
      title: 'Ask why',
      text: 'Under "Classification", click a community: the rules one by one with value and threshold, and how far the other classes are. Where it must be, set the class by hand and say why.',
    },
    six: {
      title: 'Follow the money',
      text: '"Allocation" groups by district and subdistrict with subtotals and a total. Click a community to see its amount step by step, and what the city and the district pay.',
    },
    whatIf: {
      title: 'What if',
      text: 'Under "What if", drag any threshold or amount: who moves, what it costs, who loses and who pays shows at once. Click a community for the reason. Save it as a scenario; the plan itself stays.',
    },
    weigh: {
      title: 'Compare and weigh',
      text: '"Compare" puts last year, the plan, adopted plans and scenarios side by side; a click on a number of communities lists them. "Analysis" lists borderline communities, sweeps a threshold, measures equity, and solves the other way round: which amounts or thresholds keep within a total.',
    },
    change: {
      title: 'Change the policy',
      text: 'Under "Policy", begin a draft: rules are sentences with numbers to edit, and while you type you see how many communities each rule catches and which rule can never apply. A policy carries its own tests; adopted with the document it rests on, it never changes again.',
    },
    seven: {
      title: 'Hand it in',
      text: 'Adopt the plan under "Allocation": its result is kept as it is, until the adoption is taken back with a reason. "Papers" prints the tables of allocation, classes, comparison and others on A4 or A3, saves them as PDF and writes the note for Word; "Allocation" exports the Excel workbook (its formulas keep calculating); "Roll-up" exports the plan package and its certificate.',
    },
    eight: {
      title: 'Year after year',
      text: "Years starts a year from the last one. Map changes records communities founded, merged, split, renamed, moved or dissolved, and checks that every community and every fen of last year is accounted for. Use of funds takes what was allocated, spent and carried over; Completeness says who still owes a sheet and which gap matters; Indicators holds the district's own; History says who changed what, when, from what to what.",
    },
  },
  wordsTitle: 'Words',
  keysTitle: 'Keyboard',
  keys: {
    undo: 'undo, redo',
    edit: 'edit the cell',
    clear: 'clear the selected cells',
    copy: 'exchange with a spreadsheet',
    move: 'move in the table',
    search: 'go to the search box',
    find: 'find a community, page or action',
    findHere: 'find and replace in the table',
    close: 'close the side panel or dialog',
  },
  conceptsTitle: 'Good to know',
  concepts: {
    unknown:
      'Empty means unknown, not zero. Where a missing indicator could change the class, the community stays undecided and the missing ones are named; where it could not, the class is given.',
    values:
      'What is typed, pasted or imported is read by one rule: a unit may stand behind a number (12.5 km2, 3.5‰), ☑ and yes mean yes, and "-" and N/A mean unknown. Write shares with % (35%). In a sheet whose heading has %, a number without it is a percentage; where the heading has none it is a fraction, and above 1 it is refused. Typed, a number above 1 is a percentage; 1 and less may be either and is refused with the reason.',
    money:
      'Amounts are exact to the fen (0.01 yuan), and every total equals the sum of its rows. The head of each table names the unit: yuan or 10,000 yuan.',
    rules:
      'Rules are tried from top to bottom; the first that holds decides. Whether a bound is included stands in the rule: "at least" includes it, "above" does not.',
    privacy: 'The software plans with counts and money. It keeps no record of individual people.',
  },
}
