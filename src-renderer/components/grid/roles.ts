/** The column of row numbers, with what a reader of the screen calls its cells; the library leaves it out. */
export const ROW_NUMBERS = { prop: 'row:number', size: 44, cellProperties: () => ({ role: 'rowheader' }) }

/**
 * Headings are cells of a row, which the library forgets to say; it draws them anew whenever it likes. What scrolls is no stop of its own
 * for Tab. Ends with the element.
 */
export function keepRoles(host: HTMLElement): void {
  const give = (): void => {
    for (const heading of host.querySelectorAll('[role="columnheader"]')) {
      const row = heading.parentElement
      if (row !== null && !row.hasAttribute('role')) row.setAttribute('role', 'row')
    }
  }
  const put = (selector: string, name: string, value: string): void => {
    for (const each of host.querySelectorAll(selector)) if (each.getAttribute(name) !== value) each.setAttribute(name, value)
  }
  const skip = (): void => {
    put('revo-grid, revogr-scroll-virtual, .vertical-inner', 'tabindex', '-1')
    // What can be focused must be something: the one holds rows, the bars of scrolling say nothing.
    put('.vertical-inner', 'role', 'rowgroup')
    put('revogr-scroll-virtual', 'aria-hidden', 'true')
  }
  new MutationObserver(() => {
    give()
    skip()
  }).observe(host, { childList: true, subtree: true })
  give()
  skip()
}
