import { titleAsFileName } from '../model/file.ts'

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
} as const

/**
 * A file as an operation answers it.
 * @param title becomes the file's name
 */
export const fileAnswer = (title: string, extension: keyof typeof MEDIA_TYPES, content: Uint8Array | string) => ({
  fileName: `${titleAsFileName(title)}.${extension}`,
  mediaType: MEDIA_TYPES[extension],
  base64: Buffer.from(content).toString('base64'),
})
