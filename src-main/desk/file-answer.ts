const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
} as const
const LONGEST_NAME = 120

/** A title may hold what no system takes in a file's name. */
const inFileName = (title: string): string =>
  title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .slice(0, LONGEST_NAME)
    .trim() || 'quanheng'

/**
 * A file as an operation answers it.
 * @param title becomes the file's name
 */
export const fileAnswer = (title: string, extension: keyof typeof MEDIA_TYPES, content: Uint8Array | string) => ({
  fileName: `${inFileName(title)}.${extension}`,
  mediaType: MEDIA_TYPES[extension],
  base64: Buffer.from(content).toString('base64'),
})
