import type { Desk } from '../desk.ts'
import type { Service } from '../service.ts'

export const history = (desk: Desk) => ({
  'history.list': (input) => desk.store.read.history.list(input),
  'history.undo': () => desk.store.undo(),
  'history.redo': () => desk.store.redo(),
}) satisfies Partial<Service>
