/** @returns true when every word of the search text occurs in one of the fields, whatever the case and width of letters. */
export function matchesSearch(search: string, fields: readonly string[]): boolean {
  const words = search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return true
  const haystack = fields.join('\n').normalize('NFKC').toLowerCase()
  return words.every((word) => haystack.includes(word))
}

/** Order of Chinese names as in a dictionary, digits by their value. */
export const compareNames = new Intl.Collator('zh-CN', { numeric: true }).compare
