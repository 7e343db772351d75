import { z } from 'zod'
import { Done, File, None, operation } from '../../contract/operation.ts'
import { Day } from '../../model/calendar.ts'
import { Decision, Periods, RequestedTask, RequestLine } from '../../model/request.ts'

const Id = z.strictObject({ id: z.number().int() })

/** A community that a request would reach, with its class of today. */
const Reached = z.object({ key: z.string(), name: z.string(), district: z.string(), subdistrict: z.string(), class: z.string().nullable() })

/** Departments ask to send something new to communities; the organization department decides. */
export const requestsOperations = {
  'requests.list': operation(
    'query',
    'Admission requests with both periods as of today, and whom each would reach with which hours and money',
    None,
    z.object({ today: Day, periods: Periods, requests: z.array(RequestLine) }),
  ),
  'requests.reached': operation('query', 'The communities that a request would reach', Id, z.array(Reached)),
  'requests.overdue': operation(
    'query',
    'How many requests are undecided and past their period, and the one that waits longest',
    None,
    z.object({ overdue: z.number().int(), open: z.number().int(), first: z.string().nullable() }),
  ),
  'requests.add': operation('command', 'Enters an admission request', RequestedTask, Id),
  'requests.save': operation('command', 'Changes an undecided admission request', RequestedTask.extend(Id.shape), Done),
  'requests.remove': operation('command', 'Removes an undecided admission request', Id, Done),
  'requests.decide': operation(
    'command',
    'Decides an admission request, with the reason',
    z.strictObject({ ...Id.shape, decision: Decision }),
    Done,
  ),
  'requests.reopen': operation('command', 'Takes back the decision of an admission request', Id, Done),
  'requests.takeUp': operation('command', "Makes an admitted request a task of the year's catalogue", Id, z.object({ item: z.string() })),
  'requests.periods': operation('command', 'Sets how many working days ahead is asked, and within how many is decided', Periods, Done),
  /** Without an id: all of them as a table. */
  'requests.export': operation(
    'query',
    'An admission request as a form in Excel, or all of them as a table',
    z.strictObject({ id: z.number().int().optional(), language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
