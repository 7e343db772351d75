import { ProblemError } from './problem-error.ts'

/** @returns the content of a chosen file as base64, as the contract takes uploads. */
export function readAsBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.readAsDataURL(file)
  })
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
