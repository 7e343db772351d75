import { None, operation } from '../../contract/operation.ts'
import { Completeness } from '../../model/completeness.ts'

/** What is missing, and who owes it. */
export const completenessOperations = {
  'completeness.get': operation('query', 'What is missing, who owes a sheet, and which missing value matters', None, Completeness),
} as const
