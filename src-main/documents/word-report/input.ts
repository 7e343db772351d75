import type { ReportSettings } from '../../model/paper.ts'
import type { PlanResult } from '../../model/plan.ts'
import type { PolicySource } from '../../words/policies.ts'
import type { ReportChartName } from '../../model/report.ts'
import type { Language } from '../../model/text.ts'

/** A chart as the page has drawn it; one without a name can't be placed by the template. */
export interface ReportChart {
  name?: ReportChartName | undefined
  title: string
  png: Uint8Array
}

/** Everything the note tells: a result with its policy, the department's name and texts, and the charts to show. */
export interface ReportInput {
  result: PlanResult
  source: PolicySource
  /** Empty where the department has set no name. */
  department: string
  plan: string
  settings: ReportSettings
  language: Language
  charts: readonly ReportChart[]
  /** Stands under the title, as a part of it; left out: nothing does. */
  mark?: string | undefined
}
