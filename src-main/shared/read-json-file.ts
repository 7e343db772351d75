import { existsSync, readFileSync } from 'node:fs'
import type { z } from 'zod'

/**
 * For what is a convenience, with which nothing is lost.
 * @returns what the file holds, or what stands for it where it is missing, unreadable or of another form
 */
export function readJsonFile<T>(file: string, schema: z.ZodType<T>, otherwise: T): T {
  if (!existsSync(file)) return otherwise
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return otherwise
  }
}
