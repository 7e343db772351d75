import { resolve } from 'node:path'
import { checkedBackup, copyBackup, listBackups, restoredFrom, type ListedBackup } from '../../modules/command-line/backups.ts'
import type { Language } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import { COMMON, exactly, SAY as COMMON_WORDS, type Terminal } from './commands.ts'
import { checkInWords } from './log-command.ts'

const SAY = {
  zh: {
    none: '没有备份。',
    step: (number: number) => `第 ${number} 步之后`,
    version: (number: number) => `升级前（格式 ${number}）`,
    restored: (former: string | null) => `已恢复。${former === null ? '' : `先前的文件在：${former}`}`,
  },
  en: {
    none: 'There are no backups.',
    step: (number: number) => `after step ${number}`,
    version: (number: number) => `before an update (format ${number})`,
    restored: (former: string | null) => `Restored.${former === null ? '' : ` The former file is now: ${former}`}`,
  },
} as const

function lineOf({ backup, at, day, kind, number, bytes }: ListedBackup, language: Language): string {
  const when = at === null ? day : new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')
  return [backup, when, SAY[language][kind](number), `${Math.ceil(bytes / 1000)} kB`].join('\t')
}

/** Backups of a plan file: listed, checked (exit status 1 where one is not whole), restored, copied. */
export async function backups({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, json: 'flag', check: 'value', restore: 'value', copy: 'value', out: 'value' })
  const file = resolve(exactly(parsed, ['FILE'])[0]!)
  const { check, restore, copy, out } = parsed.values
  const asked = Object.entries({ check, restore, copy }).filter(([, value]) => value !== undefined)
  if (asked.length > 1) throw appError('usage.together', { option: `--${asked[0]![0]}`, other: `--${asked[1]![0]}` })
  if ((copy === undefined) !== (out === undefined)) throw appError('usage.missing', { what: copy === undefined ? '--copy' : '--out FILE' })
  if (check !== undefined) {
    const found = checkedBackup(file, check)
    print(parsed.flags.has('json') ? JSON.stringify(found) : checkInWords(found, language))
    if (!found.ok) process.exitCode = 1
  } else if (restore !== undefined) print(SAY[language].restored(restoredFrom(file, restore)))
  else if (copy !== undefined) {
    copyBackup(file, copy, resolve(out!))
    print(`${COMMON_WORDS[language].written} ${out}`)
  } else {
    const list = listBackups(file)
    if (parsed.flags.has('json')) print(JSON.stringify(list))
    else print(list.length === 0 ? SAY[language].none : list.map((each) => lineOf(each, language)).join('\n'))
  }
}
