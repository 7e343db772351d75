import type { Step, StepKind } from '../../../../../src-main/model/policy.ts'

export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
