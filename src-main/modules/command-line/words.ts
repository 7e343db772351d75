import type { ModuleWords } from '../leaf.ts'

export const words = {
  problems: {
    'usage.command': { status: 400, zh: '没有命令“{command}”。', en: 'There is no command "{command}".' },
    'usage.option': { status: 400, zh: '这个命令没有选项 {option}。', en: 'This command has no option {option}.' },
    'usage.argument': { status: 400, zh: '多余的参数“{argument}”。', en: 'The argument "{argument}" is one too many.' },
    'usage.valueMissing': { status: 400, zh: '选项 {option} 后面缺少值。', en: 'A value is missing after {option}.' },
    'usage.valueWrong': {
      status: 400,
      zh: '选项 {option} 的值“{value}”不对，应为 {needed}。',
      en: 'The value "{value}" of {option} is wrong; {needed} is needed.',
    },
    'usage.optionTwice': { status: 400, zh: '选项 {option} 只能用一次。', en: '{option} can be given only once.' },
    'usage.together': { status: 400, zh: '选项 {option} 与 {other} 不能同时使用。', en: "{option} and {other} can't be used together." },
    'usage.missing': { status: 400, zh: '缺少 {what}。', en: '{what} is missing.' },
    'usage.operation': {
      status: 400,
      zh: '没有名为“{name}”的操作。用 operations 列出全部操作。',
      en: 'There is no operation called "{name}". The command operations lists all of them.',
    },
    'usage.json': {
      status: 400,
      zh: '{option} 的内容读不懂：{detail}。可以直接写出，写 @文件，或写 - 从标准输入读取；写法见 operations 操作名。',
      en: "What {option} gives can't be read: {detail}. Write it as operations NAME says, or @FILE, or - for standard input.",
    },
    'usage.inputs': {
      status: 400,
      zh: '依次做 {operations} 个操作时，--input 在方括号里依次写出每个操作的输入。',
      en: 'For {operations} operations one after the other, --input is a list with as many items, one for each.',
    },
    'usage.unsigned': {
      status: 400,
      zh: '“{operation}”会改动方案并记入变更记录，须写明操作人：--operator 姓名。不愿署名的写“未署名”。',
      en: '"{operation}" changes the plan and stands in its change log, so it is signed: --operator NAME.',
    },
    'usage.noFile': {
      status: 400,
      zh: '“{operation}”的回答里没有文件，--out 无从写出。',
      en: 'The answer of "{operation}" has no file that --out could write.',
    },
  },

  summaries: {},

  subjects: {},

  papers: {},

  commands: {
    call: {
      order: 13,
      lines: [
        'call OPERATION [OPERATION ...] --plan FILE | --data FOLDER [--input TEXT | @FILE | -] [--file FILE] [--year YEAR] [--operator NAME] [--out FILE] [--json]',
      ],
      zh: '对方案文件做程序的任何一个操作，与窗口走同一道门：同样检查输入，同样加锁，同样记入变更记录（须用 --operator 署名），回答原样写出。--file 把一个文件作为输入送去，--out 把回答里的文件写出。几个操作依次做时，输入和回答都依次放在方括号里，前一个回答的 id 交给后一个（先 preview，后 apply）。',
      en: 'Asks any operation of the app about a plan file, through the same door as the window: input is checked, the file locked, the change log written (signed with --operator) as there; the answer is written as it is. --file hands a file over as input, --out writes the file that is answered. Several operations are done one after the other: input and answer are lists then, and each is given the id that the one before answered (preview, then apply).',
    },
    operations: {
      order: 14,
      lines: ['operations [--json]', 'operations NAME [--json]'],
      zh: '列出全部操作：名称、是查询还是改动、做什么（英文）。写明名称时说明该操作要什么输入、作什么回答。',
      en: 'Lists every operation: its name, whether it reads or changes, and what it does. With a name: what that operation takes and what it answers.',
    },
    backups: {
      order: 8,
      lines: [
        'backups FILE [--json]',
        'backups FILE --check NAME [--json]',
        'backups FILE --restore NAME',
        'backups FILE --copy NAME --out FILE',
      ],
      zh: '列出方案文件的备份；检查其中一份是否完好；恢复一份（现在的文件连同其附属文件放入旁边的 bin 文件夹，可以取回）；把一份另存到别处。方案文件打不开时也能用。',
      en: 'Lists the backups of a plan file; checks whether one is whole; restores one (the present file goes to the folder bin beside it with all its pieces, and can be taken out again); copies one elsewhere. Works also where the plan itself can not be opened.',
    },
    copy: {
      order: 8,
      lines: ['copy FILE --out FILE'],
      zh: '复制一份方案文件，连同旁边 -wal 文件里的最后改动。网络文件夹里的方案不在那里打开：先复制到本机，再在本机打开。',
      en: 'Copies a plan file, with the last changes that are still in the -wal file beside it. A plan in a network folder is not opened there: copy it to this computer and open the copy.',
    },
    serve: {
      order: 12,
      lines: ['serve [--port NUMBER] [--data FOLDER] [--open]'],
      zh: '在本机启动网页界面（仅 127.0.0.1），并显示打开它的地址。',
      en: 'Serves the pages on this computer only (127.0.0.1) and prints the address to open.',
    },
  },
} as const satisfies ModuleWords
