import type { EditCell, EditorBase, EditorCtr, VNode, HyperFunc } from '@revolist/revogrid'

let lists = 0

/** A text field with suggestions: what is typed is kept as it is, and checked like any other entry. */
export function choiceEditor(choices: readonly string[]): EditorCtr {
  const listId = `grid-choices-${++lists}`
  return class ChoiceEditor implements EditorBase {
    element: Element | null = null
    editCell?: EditCell
    private readonly save: (value: string) => void
    private readonly close: (focusNext?: boolean) => void
    private input: HTMLInputElement | null = null

    constructor(_column: unknown, save: (value: string) => void, close: (focusNext?: boolean) => void) {
      this.save = save
      this.close = close
    }

    getValue(): string {
      return this.input?.value ?? ''
    }

    componentDidRender(): void {
      this.input?.focus()
    }

    render(h: HyperFunc<VNode>): VNode[] {
      const before = this.editCell?.val ?? this.editCell?.value ?? ''
      return [
        h('input', {
          type: 'text', list: listId, value: String(before), class: 'choice-editor',
          ref: (input: HTMLInputElement | null) => { this.input = input },
          onKeyDown: (event: KeyboardEvent) => {
            if (event.isComposing) return
            if (event.key === 'Enter' || event.key === 'Tab') {
              event.preventDefault()
              event.stopPropagation()
              this.save(this.getValue())
            } else if (event.key === 'Escape') {
              event.stopPropagation()
              this.close(false)
            }
          },
        }),
        h('datalist', { id: listId }, choices.map((choice) => h('option', { value: choice }))),
      ]
    }
  }
}
