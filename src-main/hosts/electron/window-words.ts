import type { Language } from '../../model/text.ts'

/** The language that the window speaks now: its menu, its dialogs. */
export interface Spoken {
  language: Language
}

interface Words {
  title: string
  pageGone: string
  pageGoneNote: string
  pageHangs: string
  pageHangsNote: string
  wait: string
  openAgain: string
  goOn: string
  quit: string
  noPrinter: string
  printingBrokeOff: string
}

/** What the window itself says, when its page can't. */
export const WINDOW_WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    title: '权衡',
    pageGone: '页面意外关闭了。',
    pageGoneNote: '已保存的内容都在；只有正在输入、还没有保存的一格可能要重新输入。要重新打开页面吗？',
    pageHangs: '页面没有响应。',
    pageHangsNote: '可以再等一会儿，也可以重新打开页面：已保存的内容都在，只有正在输入、还没有保存的一格可能要重新输入。',
    wait: '等待',
    openAgain: '重新打开',
    goOn: '继续使用',
    quit: '退出',
    noPrinter: '没有可用的打印机',
    printingBrokeOff: '打印任务没有完成',
  },
  en: {
    title: 'Quanheng',
    pageGone: 'The page has closed unexpectedly.',
    pageGoneNote: 'Everything that was saved is there; only a cell that was being typed may have to be typed again. Open the page again?',
    pageHangs: 'The page does not respond.',
    pageHangsNote:
      'You can wait, or open the page again: everything that was saved is there; only a cell that was being typed may have to be typed again.',
    wait: 'Wait',
    openAgain: 'Open again',
    goOn: 'Go on',
    quit: 'Quit',
    noPrinter: 'there is no printer that could be used',
    printingBrokeOff: 'the printing was not finished',
  },
}
