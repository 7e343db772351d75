import type { z } from 'zod'
import { MODULE_OPERATIONS } from '../modules/contracts.ts'
import { deskOperations } from './desk.ts'

/**
 * Every operation that the outside may ask for. A query reads; a command is one committed transaction and one step of the
 * history. Both ends are checked against these schemas; types are inferred from them and written nowhere else.
 */
export const operations = { ...deskOperations, ...MODULE_OPERATIONS } as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type InputOf<N extends OperationName> = z.input<Operations[N]['input']>
export type ParsedInputOf<N extends OperationName> = z.output<Operations[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>
export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)
