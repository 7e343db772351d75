import { ADOPTED_PAPERS, fillGaps, TABLE_NAMES } from '../../model/paper.ts'
import { COMMAND_WORDS } from '../../modules/words.ts'
import type { Language } from '../../model/text.ts'

export type CommandName = keyof typeof COMMAND_WORDS
const COMMANDS = Object.keys(COMMAND_WORDS) as CommandName[]
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMAND_WORDS, name)
/** Every command, as it is asked for where none was given. */
export const COMMAND_CHOICE = COMMANDS.join(' | ')

const RUN = 'npm run --silent cli --'

/** What a command does. */
function aboutOf(command: CommandName, language: Language): string {
  const separator = language === 'zh' ? '、' : ', '
  return fillGaps(COMMAND_WORDS[command][language], { tables: TABLE_NAMES.join(separator), adopted: ADOPTED_PAPERS.join(separator) })
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
  COMMAND_WORDS[command].lines.map((line) => `${FRAME[language].usage} ${RUN} ${line}`).join('\n')

/** @returns the help text of one command, or of all when none is named */
export function help(command: CommandName | null, language: Language): string {
  const { usage, language: languageLine, status } = FRAME[language]
  const shown = command === null ? COMMANDS : [command]
  const parts = shown.flatMap((name) => [...COMMAND_WORDS[name].lines.map((line) => `  ${line}`), `      ${aboutOf(name, language)}`, ''])
  return [`${usage} ${RUN} <command>`, '', ...parts, languageLine, status].join('\n')
}
