import type { Desk } from '../desk.ts'
import type { Service } from '../service.ts'

export const history = (desk: Desk) => ({
  'history.list': ({ limit, before }) => desk.store.read.history.list(limit, before),
  'history.undo': () => desk.store.undo(),
  'history.redo': () => desk.store.redo(),
}) satisfies Partial<Service>
