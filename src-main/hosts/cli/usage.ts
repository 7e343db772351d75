import { ADOPTED_PAPERS, TABLE_NAMES } from '../../model/paper.ts'
import type { Language } from '../../model/text.ts'

export const COMMANDS = [
  'plan',
  'compare',
  'explain',
  'sweep',
  'check',
  'template',
  'policy',
  'log',
  'package',
  'verify',
  'print',
  'serve',
] as const
export type CommandName = (typeof COMMANDS)[number]
export const isCommand = (name: string): name is CommandName => (COMMANDS as readonly string[]).includes(name)

const RUN = 'npm run --silent cli --'

const LINES: Readonly<Record<CommandName, string[]>> = {
  plan: ['plan INPUT [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--year YEAR] [--json] [--out FILE.xlsx]'],
  compare: [
    'compare INPUT --base NAME|FILE.json --with NAME|FILE.json [--previous-amount YUAN | --previous FILE] [--year YEAR] [--json] [--out FILE.xlsx]',
  ],
  explain: ['explain INPUT --community CODE|NAME [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--json]'],
  sweep: [
    'sweep INPUT --rule PATH --from A --to B [--points NUMBER] [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--json]',
  ],
  check: ['check INPUT [--policy NAME|FILE.json] [--json]'],
  template: ['template [--policy NAME|FILE.json] --out FILE.xlsx'],
  policy: ['policy list [--json]', 'policy show NAME', 'policy check FILE [--json]'],
  log: ['log verify FILE [--json]'],
  package: [
    'package INPUT --out NAME.quanheng-package [--policy NAME|FILE.json] [--previous-amount YUAN | --previous FILE] [--year YEAR] [--confirmed]',
  ],
  verify: ['verify PACKAGE [--json]'],
  print: [
    'print INPUT | --plan FILE  --table NAME --out FILE.pdf [--community CODE|NAME] [--adopted NUMBER] [--policy NAME|FILE.json] [--year YEAR]',
  ],
  serve: ['serve [--port NUMBER] [--data FOLDER] [--open]'],
}

const ABOUT: Readonly<Record<Language, Record<CommandName, string>>> = {
  zh: {
    plan: '读取指标表，分类、分配并与上年比较；--json 输出一份 JSON，--out 写出 Excel 工作簿。办法默认为 reference。',
    compare: '同一张表上比较两个办法：总额、按类别的增减、谁增谁减、类别变动；--json 输出一份 JSON，--out 写出 Excel 对照工作簿。',
    explain: '说明一个社区为什么是这一类、这个金额：每个条件的值和界限、前面的规则为何不成立、离其他类别还差多少。',
    sweep:
      '让办法中的一个数从 A 变到 B，逐点给出各类社区数和总额。PATH 如 classification/rules/oldCourtyards/when/of/0/value；A、B 用办法文件中的单位（金额为分，比例可写 50%）。',
    check: '只检查指标表，列出其中的问题。',
    template: '写出一份带批注的空白填报表。',
    policy: '列出、显示随附的办法，或检查一个办法文件。',
    log: '检查方案文件的变更记录是否完整、是否被改动过，并指出最先不符的一步；只读取，不改动文件。',
    package: '把一张指标表和办法、结果一起写成方案包，交给上级合并；有未定的社区时须加 --confirmed。',
    verify: '不经计算程序，独立核对方案包：逐项重新相加、重算指纹，打印对账单；再用本程序重新计算一遍。',
    print:
      '把一张附表打印成 PDF（用已安装的 Chromium、Chrome 或 Edge，不显示窗口）：' +
      TABLE_NAMES.join('、') +
      '；版式取自方案文件。--adopted 打印已定方案，限于 ' +
      ADOPTED_PAPERS.join('、') +
      '。',
    serve: '在本机启动网页界面（仅 127.0.0.1），并显示打开它的地址。',
  },
  en: {
    plan: 'Reads a sheet of indicators, classifies, allocates and compares with last year; --json prints one JSON document, --out writes an Excel workbook. The policy is reference unless another is named.',
    compare:
      'Compares two policies on the same sheet: totals, change by class, who gains and who loses, moves between classes; --json prints one JSON document, --out writes an Excel workbook.',
    explain:
      'Says why a community has its class and amount: each condition with value and threshold, why earlier rules fail, how far it is from another class.',
    sweep:
      'Moves one number of the policy from A to B and gives the classes and the total at each point. PATH is such as classification/rules/oldCourtyards/when/of/0/value; A and B in the unit of the policy file (amounts in fen; shares also as 50%).',
    check: 'Only checks the sheet and lists its problems.',
    template: 'Writes an empty, commented sheet to be filled in.',
    policy: 'Lists or shows the policies that come with the program, or checks a policy file.',
    log: 'Checks that the change log of a plan file is whole and unaltered, and names the first step that is not; the file is only read.',
    package:
      'Writes a sheet with its policy and result as a plan package, to be merged by the city; --confirmed where communities are undecided.',
    verify:
      'Verifies a plan package independently of the engine: adds up every sum again, makes the fingerprints anew and prints the certificate; then computes it again.',
    print:
      'Prints a table into a PDF (with the installed Chromium, Chrome or Edge, without a window): ' +
      TABLE_NAMES.join(', ') +
      '; laid out as the plan file says. --adopted prints an adopted plan: ' +
      ADOPTED_PAPERS.join(', ') +
      '.',
    serve: 'Serves the pages on this computer only (127.0.0.1) and prints the address to open.',
  },
}

const FRAME = {
  zh: {
    usage: '用法：',
    language: '任何命令都可以加 --lang zh|en 选择语言、--help 查看用法。',
    status: '退出状态：0 正常；1 数据或办法有问题（逐条写到标准错误）；2 用法不对。',
  },
  en: {
    usage: 'Usage:',
    language: 'Every command takes --lang zh|en for the language and --help.',
    status: 'Exit status: 0 fine; 1 the data or the policy is wrong (each problem on standard error); 2 wrong use.',
  },
} as const

/** @returns how a command is used, one line for each form */
export const usageOf = (command: CommandName, language: Language): string =>
  LINES[command].map((line) => `${FRAME[language].usage} ${RUN} ${line}`).join('\n')

/** @returns the help text of one command, or of all when none is named */
export function help(command: CommandName | null, language: Language): string {
  const { usage, language: languageLine, status } = FRAME[language]
  const shown = command === null ? COMMANDS : [command]
  const parts = shown.flatMap((name) => [...LINES[name].map((line) => `  ${line}`), `      ${ABOUT[language][name]}`, ''])
  return [`${usage} ${RUN} <command>`, '', ...parts, languageLine, status].join('\n')
}
