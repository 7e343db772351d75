import { LARGEST_FILE, tooLarge } from '../../src-main/model/file.ts'
import { problem, type Problem } from '../../src-main/model/problem.ts'
import { ProblemError } from './problem-error.ts'

/**
 * Looks at a chosen file before it is sent.
 * @returns why it can't be taken: file.tooLarge; file.unreadable for a folder, and for a file that was moved or taken away; null
 *   where it can
 */
export async function refusalOf(file: File): Promise<Problem | null> {
  if (file.size > LARGEST_FILE) return tooLarge(file.size, file.name)
  try {
    await file.slice(0, 1).arrayBuffer()
    return null
  } catch {
    return problem('file.unreadable', { file: file.name }, { file: file.name })
  }
}

/**
 * Hands a file made by the core to the user: a native window asks where to, a browser has its own way.
 * @returns false when the user closed the dialog
 * @throws ProblemError when it could not be written
 */
export async function saveFile(file: { fileName: string; mediaType: string; base64: string }): Promise<boolean> {
  if (window.bridge) {
    const reply = await window.bridge.saveFile(file.fileName, file.base64)
    if (reply.problems !== undefined && reply.problems.length > 0) throw new ProblemError(reply.problems)
    return reply.saved
  }
  const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.fileName
  link.click()
  URL.revokeObjectURL(address)
  return true
}

/** Hands a JSON document to the user as a readable file. */
export function saveJson(fileName: string, document: unknown): Promise<boolean> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`)
  return saveFile({
    fileName,
    mediaType: 'application/json',
    base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
  })
}
