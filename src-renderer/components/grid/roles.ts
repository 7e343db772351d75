/** The column of row numbers, with what a reader of the screen calls its cells; the library leaves it out. */
export const ROW_NUMBERS = { prop: 'row:number', size: 44, cellProperties: () => ({ role: 'rowheader' }) }

/**
 * Headings are cells of a row, which the library forgets to say; it draws them anew whenever it likes. Ends with the element.
 */
export function keepRoles(host: HTMLElement): void {
  const give = (): void => {
    for (const heading of host.querySelectorAll('[role="columnheader"]')) {
      const row = heading.parentElement
      if (row !== null && !row.hasAttribute('role')) row.setAttribute('role', 'row')
    }
  }
  new MutationObserver(give).observe(host, { childList: true, subtree: true })
  give()
}
