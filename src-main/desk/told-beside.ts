import { operations } from '../contract/operations.ts'
import type { Touched } from '../contract/reply.ts'
import type { Desk } from './desk.ts'
import type { OperationContext, Service, ServiceOperation } from './service.ts'

type Work = (input: unknown, context: OperationContext) => unknown

/**
 * The same service, which tells beside each answer what there is to know of it: of a command what it touched, as the change log has
 * it, and of a query what in the plan its answer rests on, as far as it was read at once. No operation has to think of it.
 */
export function tellingBeside(service: Service, desk: Desk): Service {
  const statusNow = service['app.status'] as () => Touched['status']
  const command =
    (work: Work): Work =>
    async (input, context) => {
      const before = desk.isOpen ? { store: desk.store, revision: desk.store.revision, year: desk.year.year } : null
      const value = await work(input, context)
      const isSame = before !== null && desk.isOpen && desk.store === before.store && desk.year.year === before.year
      const since = before?.revision ?? 0
      context.note?.({ touched: { status: statusNow(), since, areas: isSame ? desk.store.changedSince(since) : null } })
      return value
    }
  const query =
    (work: Work): Work =>
    (input, context) => {
      const { value, restsOn } = desk.watched(() => work(input, context))
      // What an answer that is waited for goes on to read is not known.
      if (restsOn !== null && !(value instanceof Promise)) context.note?.({ restsOn: [...restsOn] })
      return value
    }
  // Each operation gets back exactly what it was given; the types of all of them can't be followed one by one.
  return Object.fromEntries(
    Object.entries(service).map(([name, work]) => [
      name,
      operations[name as ServiceOperation].kind === 'command' ? command(work as Work) : query(work as Work),
    ]),
  ) as unknown as Service
}
