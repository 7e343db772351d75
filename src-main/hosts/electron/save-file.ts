import { accessSync, constants, existsSync, realpathSync } from 'node:fs'
import { extname, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { SaveReply } from '../../contract/bridge.ts'
import { problem } from '../../model/problem.ts'
import type { Language } from '../../model/text.ts'
import { writeFileAtomically } from '../../shared/atomic-write.ts'
import type { Logger } from '../../desk/service.ts'
import type { ChosenFolder } from './chosen-folder.ts'
import { MENU_WORDS } from './menu-words.ts'

/** A suggested name has no folders and no signs that a file system refuses. */
export const asFileName = (name: string): string =>
  name
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, 200) || '_'

const filtersFor = (name: string, language: Language): { name: string; extensions: string[] }[] => {
  const words = MENU_WORDS[language]
  const extension = extname(name).slice(1).toLowerCase()
  const known: Readonly<Record<string, string>> = { pdf: words.pdfFiles, xlsx: words.excelFiles }
  const own = extension === '' ? [] : [{ name: known[extension] ?? extension.toUpperCase(), extensions: [extension] }]
  return [...own, { name: words.allFiles, extensions: ['*'] }]
}

/**
 * Asks where to, then writes the whole file or leaves the former one as it was.
 * @param content made only after the user has chosen a place
 * @returns saved false without problems when the user changed their mind; file.notWritable when it can't be written (open in Excel,
 *   read-only, full disk)
 */
export async function saveFile(
  window: BrowserWindow,
  name: string,
  { language, chosen, logger }: { language: Language; chosen: ChosenFolder; logger: Logger },
  content: () => Uint8Array | Promise<Uint8Array>,
): Promise<SaveReply> {
  const suggested = asFileName(name)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(chosen.get(), suggested),
    filters: filtersFor(suggested, language),
  })
  if (canceled || !filePath) return { saved: false }
  chosen.keep(filePath)
  const bytes = await content()
  try {
    // Behind a link the file itself is replaced, not the link; and a read-only file stays, though its folder would allow to replace it.
    const path = existsSync(filePath) ? realpathSync(filePath) : filePath
    if (existsSync(path)) accessSync(path, constants.W_OK)
    writeFileAtomically(path, bytes)
    return { saved: true }
  } catch (error) {
    logger.info(`save ${filePath}: ${String(error)}`)
    return { saved: false, problems: [problem('file.notWritable', { file: filePath }, { file: filePath })] }
  }
}
