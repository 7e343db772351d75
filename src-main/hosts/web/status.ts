import type { Problem, ProblemCode } from '../../model/problem.ts'

type Kind<C extends ProblemCode = ProblemCode> = C extends `${infer K}.${string}` ? K : never

const STATUS_BY_KIND: Readonly<Record<Kind, number>> = {
  request: 400,
  task: 409,
  internal: 500,
  file: 422,
  import: 422,
  policy: 422,
  allocation: 422,
  plan: 409,
  scenario: 409,
  goal: 422,
  package: 422,
  rollup: 409,
  statistics: 422,
  document: 422,
  usage: 400,
  host: 500,
}

const STATUS_BY_CODE: Partial<Readonly<Record<ProblemCode, number>>> = {
  'request.unknownOperation': 404,
  'request.notAllowed': 403,
  'file.missing': 404,
  'file.tooLarge': 413,
  'file.notWritable': 507,
  'plan.diskFull': 507,
  'document.noBrowser': 501,
  'document.fontMissing': 501,
  'document.pdfFailed': 500,
  'plan.missing': 404,
  'plan.communityUnknown': 404,
  'plan.yearUnknown': 404,
  'plan.overrideUnknown': 404,
  'plan.scenarioUnknown': 404,
  'plan.adoptedUnknown': 404,
  'policy.unknownName': 404,
  'policy.draftUnknown': 404,
  'plan.locked': 423,
  'scenario.baseGone': 404,
  'scenario.locked': 423,
  'scenario.newerFormat': 422,
  'scenario.shape': 422,
}

/** @returns the HTTP status of a problem (RFC 9110, RFC 4918); the reply's body says the rest. */
export const statusOf = (code: ProblemCode): number => STATUS_BY_CODE[code] ?? STATUS_BY_KIND[code.slice(0, code.indexOf('.')) as Kind]

/** @returns the status of a refusal: that of its first error. */
export const statusOfProblems = (problems: readonly Problem[]): number => {
  const first = problems.find((each) => each.level === 'error') ?? problems[0]
  return first === undefined ? 500 : statusOf(first.code)
}
