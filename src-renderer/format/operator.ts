import { UNSIGNED } from '../../src-main/model/operator.ts'
import type { Words } from '../locales/words.ts'

/** @returns the name under which something was done; a dash where nobody was asked for one, as for what the program began with */
export function formatOperator(operator: string | null, words: Pick<Words, 't'>): string {
  if (operator === null || operator === '') return '–'
  return operator === UNSIGNED ? words.t('shell.signing.unsigned') : operator
}
