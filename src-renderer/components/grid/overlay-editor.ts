/**
 * Opens a text field exactly over a cell. It exists for input methods: the library's focused cell is not editable, so a
 * composition that begins on it would be lost unless a field has the focus before the composition starts.
 * @param done called once with the text, or with null when it was given up
 */
export function openOverlayEditor(cell: Element, label: string, done: (text: string | null, then: 'down' | 'right' | 'stay') => void): void {
  const box = cell.getBoundingClientRect()
  const field = document.createElement('input')
  field.className = 'grid-overlay-editor'
  field.setAttribute('aria-label', label)
  Object.assign(field.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` })
  document.body.append(field)
  field.focus()

  let open = true
  const finish = (keep: boolean, then: 'down' | 'right' | 'stay'): void => {
    if (!open) return
    open = false
    const { value } = field
    field.remove()
    done(keep ? value : null, then)
  }
  field.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.isComposing || event.key === 'Process') return
    if (event.key === 'Enter') finish(true, 'down')
    else if (event.key === 'Tab') finish(true, 'right')
    else if (event.key === 'Escape') finish(false, 'stay')
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', () => finish(true, 'stay'))
}
