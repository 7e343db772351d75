import { z } from 'zod'
import { Done, File, operation } from '../../contract/operation.ts'
import { EvaluationAnswer, EvaluationItem, EvaluationItems, EvaluationTexts, SelfEvaluation } from '../../model/self-evaluation.ts'
import { Year } from '../../model/year.ts'

const Scope = z.strictObject({ year: Year.optional(), district: z.string().max(100).default('') })

/** The yearly self-evaluation of the fund. */
export const selfEvaluationOperations = {
  'selfEvaluation.get': operation(
    'query',
    'The self-evaluation of a year, for the whole plan or a district: targets, results, points and what they follow from',
    Scope,
    SelfEvaluation,
  ),
  'selfEvaluation.items': operation(
    'query',
    'What is judged in a year, with the targets that hold everywhere',
    z.strictObject({ year: Year.optional() }),
    z.object({ year: Year, from: Year.nullable(), items: z.array(EvaluationItem) }),
  ),
  'selfEvaluation.saveItems': operation(
    'command',
    'Sets what is judged in a year',
    z.strictObject({ year: Year.optional(), items: EvaluationItems }),
    Done,
  ),
  'selfEvaluation.answer': operation(
    'command',
    'Says of an item what came of it in a place, and why',
    Scope.extend({ item: z.number().int(), answer: EvaluationAnswer }),
    Done,
  ),
  'selfEvaluation.texts': operation('command', 'Writes the head of the form', Scope.extend({ texts: EvaluationTexts }), Done),
  'selfEvaluation.export': operation(
    'query',
    'The form as a workbook whose points are formulas',
    Scope.extend({ language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
