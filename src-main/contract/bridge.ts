import { z } from 'zod'
import type { Problem } from '../model/problem.ts'
import type { Reply } from './reply.ts'
import type { Language } from '../model/text.ts'
import type { KeptFile } from './operation.ts'

/** What the user chose in the window's menu. The page does it; the menu itself changes nothing. */
export const MENU_CHOICES = ['openPlan', 'newPlan', 'importSheet', 'exportWorkbook', 'print', 'undo', 'redo', 'help'] as const
export type MenuChoice = (typeof MENU_CHOICES)[number]

/** A file that the system has given to the program: a plan by its path, a package as it is, or why it can't be read. */
export type GivenFile =
  { kind: 'plan'; file: string } | { kind: 'package'; name: string; bytes: Uint8Array } | { kind: 'unreadable'; problem: Problem }

/** `saved` is false without problems when the user closed the dialog. */
export type SaveReply = { saved: boolean; problems?: Problem[] }

/** Without problems also when the user closed the dialog. */
export type PrintReply = { problems: Problem[] }

/** Used where the page's own @page rule does not name a size. */
export const PaperOptions = z.strictObject({ paper: z.enum(['A4', 'A3']), landscape: z.boolean() })
export type PaperOptions = z.infer<typeof PaperOptions>

/**
 * What a native window offers its page beside the operations. In a plain browser there is none, and the page uses the browser's
 * own ways.
 */
export interface Bridge {
  readonly host: 'electron'
  /** @param request `{ name, input }` as JSON: text crosses as it is, whatever the page has made of its values @returns the reply, as JSON */
  call(request: string): Promise<string>
  /** Hands a file over, as it is and once: operations are then asked about it by the id under which it is kept. */
  keepFile(bytes: Uint8Array): Promise<Reply<KeptFile>>
  /** Asks where to, then writes the whole file or leaves the former one as it was. */
  saveFile(name: string, base64: string): Promise<SaveReply>
  /** Prints the page as it is now into a PDF file. */
  printToPdf(name: string, options: PaperOptions): Promise<SaveReply>
  /** Prints the page as it is now into a PDF and opens it in the program that the system has for it. */
  openPdf(name: string, options: PaperOptions): Promise<PrintReply>
  /** Opens the system's print dialog. */
  print(): Promise<PrintReply>
  /** Files that somebody has opened with the program, since it was asked last; none for a page that is only printed. */
  takeFiles(): Promise<Reply<GivenFile[]>>
  /** Told that there are some. @returns a function that ends the listening */
  onFiles(listener: () => void): () => void
  /** Which choices of the menu are possible now; the others are greyed. */
  setMenu(possible: MenuChoice[]): Promise<void>
  /** Words of menu and dialogs. */
  setLanguage(language: Language): Promise<void>
  /**
   * 'undo' and 'redo' also come while a text field has the focus: there the page leaves them to the field (document.execCommand).
   * @returns a function that ends the listening
   */
  onMenu(listener: (choice: MenuChoice) => void): () => void
}

declare global {
  interface Window {
    bridge?: Bridge
  }
}
