import type { Step, StepKind } from '../../../../../src-main/contract/policy.ts'

export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
