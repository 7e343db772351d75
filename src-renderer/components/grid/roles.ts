/** The column of row numbers, with what a reader of the screen calls its cells; the library leaves it out. */
export const ROW_NUMBERS = { prop: 'row:number', size: 44, cellProperties: () => ({ role: 'rowheader' }) }

/**
 * Headings are cells of a row, which the library forgets to say; it draws them anew whenever it likes. What scrolls is no stop of its own
 * for Tab, which goes to the headings and to the cell that was left. Ends with the element.
 */
export function keepRoles(host: HTMLElement): void {
  const give = (): void => {
    for (const heading of host.querySelectorAll('[role="columnheader"]')) {
      const row = heading.parentElement
      if (row !== null && !row.hasAttribute('role')) row.setAttribute('role', 'row')
    }
  }
  const skip = (): void => {
    for (const each of host.querySelectorAll('revo-grid, revogr-viewport-scroll, revogr-scroll-virtual, .vertical-inner'))
      if (each.getAttribute('tabindex') !== '-1') each.setAttribute('tabindex', '-1')
  }
  new MutationObserver(() => {
    give()
    skip()
  }).observe(host, { childList: true, subtree: true })
  give()
  skip()
}
