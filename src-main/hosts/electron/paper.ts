import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shell, type WebContents } from 'electron'
import type { PrintReply } from '../../contract/bridge.ts'
import { problem } from '../../model/problem.ts'
import { asFileName } from './save-file.ts'
import { WINDOW_WORDS, type Spoken } from './window-words.ts'

/** Chromium's words for what became of a printing: shell/browser/api/electron_api_web_contents.cc. */
const CANCELLED = /cancel/i
const NO_PRINTER = /no printer|printer settings|device name/i

/** Opens the system's print dialog. @returns document.printFailed with the reason; nothing where the user closed the dialog */
export const printWithDialog = (contents: WebContents, { language }: Spoken): Promise<PrintReply> =>
  new Promise((resolve) => {
    contents.print({}, (isPrinted, reason) => {
      const { noPrinter, printingBrokeOff } = WINDOW_WORDS[language]
      const detail = NO_PRINTER.test(reason) ? noPrinter : printingBrokeOff
      resolve({ problems: isPrinted || CANCELLED.test(reason) ? [] : [problem('document.printFailed', { detail })] })
    })
  })

/**
 * Writes a PDF into a folder of its own and opens it in the program that the system has for it; there it is looked at and printed.
 * @returns document.viewerFailed with the reason and where the file lies
 */
export async function openInViewer(folder: string, name: string, bytes: Uint8Array): Promise<PrintReply> {
  mkdirSync(folder, { recursive: true })
  const file = join(mkdtempSync(join(folder, 'paper-')), asFileName(name))
  writeFileSync(file, bytes)
  const reason = await shell.openPath(file)
  return { problems: reason === '' ? [] : [problem('document.viewerFailed', { file, detail: reason }, { file })] }
}
