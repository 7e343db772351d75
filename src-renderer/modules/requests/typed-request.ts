import type { TaskDuration } from '../../../src-main/model/catalogue.ts'
import { hoursOf, minutesOf } from '../../../src-main/model/hours.ts'
import type { AdmissionRequest, RequestedTask, Scope } from '../../../src-main/model/request.ts'
import { FEN_PER_YUAN } from '../../../src-main/model/money.ts'

/** A request as it is typed: numbers as texts, and every kind of scope kept while another is looked at. */
export interface TypedRequest {
  title: string
  department: string
  duration: TaskDuration
  hours: string
  times: string
  yuan: string
  by: Scope['by']
  classes: string[]
  /** As JSON of district and subdistrict, for names of subdistricts repeat. */
  subdistricts: string[]
  keys: string[]
  basis: string
  note: string
  asked: string
  wantedFrom: string
}

/** How a subdistrict is known in the form. */
export const placeKey = ({ district, subdistrict }: { district: string; subdistrict: string }): string =>
  JSON.stringify([district, subdistrict])

/** @param request null: a new one, asked today */
export function typedOf(request: AdmissionRequest | null, today: string): TypedRequest {
  const scope = request?.scope ?? { by: 'all' as const }
  return {
    title: request?.title ?? '',
    department: request?.department ?? '',
    duration: request?.duration ?? 'permanent',
    hours: request === null ? '' : String(hoursOf(request.minutes)),
    times: request === null ? '' : String(request.timesAYear),
    yuan: request === null ? '0' : String(request.moneyFen / FEN_PER_YUAN),
    by: scope.by,
    classes: scope.by === 'classes' ? [...scope.classes] : [],
    subdistricts: scope.by === 'subdistricts' ? scope.subdistricts.map(placeKey) : [],
    keys: scope.by === 'communities' ? [...scope.keys] : [],
    basis: request?.basis ?? '',
    note: request?.note ?? '',
    asked: request?.asked ?? today,
    wantedFrom: request?.wantedFrom ?? '',
  }
}

function scopeOf({ by, classes, subdistricts, keys }: TypedRequest): Scope {
  switch (by) {
    case 'all':
      return { by }
    case 'classes':
      return { by, classes }
    case 'subdistricts':
      return {
        by,
        subdistricts: subdistricts.map((each) => {
          const [district, subdistrict] = JSON.parse(each) as [string, string]
          return { district, subdistrict }
        }),
      }
    case 'communities':
      return { by, keys }
  }
}

/** @returns what is asked, with hours as minutes and 元 as fen */
export const taskOf = (typed: TypedRequest): RequestedTask => ({
  title: typed.title,
  department: typed.department,
  duration: typed.duration,
  minutes: minutesOf(Number(typed.hours)),
  timesAYear: Number(typed.times),
  moneyFen: Math.round(Number(typed.yuan) * FEN_PER_YUAN),
  scope: scopeOf(typed),
  basis: typed.basis,
  note: typed.note,
  asked: typed.asked,
  wantedFrom: typed.wantedFrom,
})

/** Whether the scope names anybody at all. */
export const isScopeChosen = ({ by, classes, subdistricts, keys }: TypedRequest): boolean =>
  by === 'all' || (by === 'classes' ? classes : by === 'subdistricts' ? subdistricts : keys).length > 0
