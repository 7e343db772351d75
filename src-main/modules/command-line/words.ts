import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'usage.command': { status: 400, zh: '没有命令“{command}”。', en: 'There is no command "{command}".' },
    'usage.option': { status: 400, zh: '这个命令没有选项 {option}。', en: 'This command has no option {option}.' },
    'usage.argument': { status: 400, zh: '多余的参数“{argument}”。', en: 'The argument "{argument}" is one too many.' },
    'usage.valueMissing': { status: 400, zh: '选项 {option} 后面缺少值。', en: 'A value is missing after {option}.' },
    'usage.valueWrong': {
      status: 400,
      zh: '选项 {option} 的值“{value}”不对，应为 {expected}。',
      en: 'The value "{value}" of {option} is wrong; {expected} is needed.',
    },
    'usage.optionTwice': { status: 400, zh: '选项 {option} 只能用一次。', en: '{option} can be given only once.' },
    'usage.together': { status: 400, zh: '选项 {option} 与 {other} 不能同时使用。', en: "{option} and {other} can't be used together." },
    'usage.missing': { status: 400, zh: '缺少 {what}。', en: '{what} is missing.' },
  },

  summaries: {},

  subjects: {},

  papers: {},

  commands: {
    serve: {
      order: 12,
      lines: ['serve [--port NUMBER] [--data FOLDER] [--open]'],
      zh: '在本机启动网页界面（仅 127.0.0.1），并显示打开它的地址。',
      en: 'Serves the pages on this computer only (127.0.0.1) and prints the address to open.',
    },
  },
} as const satisfies ModuleWords
