import type { Language } from '../../src-main/model/text.ts'

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** @returns an ISO time as local date and time to the minute, in the reader's language. */
export function formatTime(iso: string, language: Language): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return iso
  return time.toLocaleString(locales[language], { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
}

/** @returns a size in bytes as kB or MB, rounded for reading. */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
