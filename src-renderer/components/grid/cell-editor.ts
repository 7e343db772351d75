/** Where to go once a cell has been edited. */
export type Move = 'down' | 'up' | 'right' | 'left' | 'stay'

/** What opened the editor: typing replaces the cell's text; F2 and a double click go on with it. */
export type Opening = 'replace' | 'continue'

export interface CellEditorOptions {
  cell: Element
  label: string
  text: string
  opening: Opening
  /** Suggestions; empty for free entry. */
  choices: readonly string[]
  /** Called once, with the text, or with null when it was given up or nothing was typed. */
  done: (text: string | null, move: Move) => void
}

const ARROWS: Record<string, Move> = { ArrowDown: 'down', ArrowUp: 'up', ArrowRight: 'right', ArrowLeft: 'left' }

const moveFor = (event: KeyboardEvent, opening: Opening, suggesting: boolean): Move | null => {
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down'
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right'
  // While typing a fresh value the arrows leave the cell, as in a spreadsheet; with suggestions they choose among them.
  return opening === 'replace' && !suggesting ? (ARROWS[event.key] ?? null) : null
}

function suggestionsFor(field: HTMLInputElement, choices: readonly string[]): HTMLElement {
  const list = document.createElement('datalist')
  list.id = 'cell-editor-choices'
  list.append(...choices.map((choice) => Object.assign(document.createElement('option'), { value: choice })))
  field.setAttribute('list', list.id)
  return list
}

/**
 * Opens a text field exactly over a cell and gives it the focus at once, within the key press that asked for it: so no key
 * is lost however fast somebody types, and an input method finds a field to compose in.
 */
export function openCellEditor({ cell, label, text, opening, choices, done }: CellEditorOptions): void {
  const box = cell.getBoundingClientRect()
  const field = document.createElement('input')
  field.className = 'cell-editor'
  field.autocomplete = 'off'
  field.setAttribute('aria-label', label)
  Object.assign(field.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    textAlign: getComputedStyle(cell).textAlign,
  })
  const parts: HTMLElement[] = choices.length === 0 ? [field] : [field, suggestionsFor(field, choices)]
  if (opening === 'continue') field.value = text
  document.body.append(...parts)
  field.focus()

  let open = true
  let touched = false
  const leave = (): void => field.blur()
  function finish(keep: boolean, move: Move): void {
    if (!open) return
    open = false
    document.removeEventListener('wheel', leave)
    const { value } = field
    for (const part of parts) part.remove()
    done(keep && touched && value !== text ? value : null, move)
  }
  field.addEventListener('input', () => {
    touched = true
  })
  field.addEventListener('keydown', (event) => {
    event.stopPropagation()
    if (event.isComposing || event.key === 'Process') return
    const move = moveFor(event, opening, choices.length > 0)
    if (move !== null) finish(true, move)
    else if (event.key === 'Escape') finish(false, 'stay')
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', (event) => {
    // Drawing the cell anew, the library may take the focus to it; nobody can have clicked there, for the field lies on it.
    if (event.relatedTarget === cell) field.focus()
    else finish(true, 'stay')
  })
  document.addEventListener('wheel', leave, { passive: true })
}
