import { ElMessageBox } from 'element-plus'
import { COPIED_FIRST, type Problem } from '../../src-main/model/problem.ts'
import { sayProblem } from '../format/problem-words.ts'
import { useWords } from '../locales/words.ts'
import { useSession } from './session.ts'

/** @returns the problem that goes away with a copy on this computer, or undefined */
export const copiedFirst = (problems: readonly Problem[]): Problem | undefined => problems.find((each) => COPIED_FIRST.includes(each.code))

/** Opening a plan file, wherever it is chosen. */
export function usePlanOpening() {
  const session = useSession()
  const { t, words } = useWords()

  /** What can't be taken back by a click asks first. @returns whether it is wanted */
  async function isWanted(title: string, note: string, action: string): Promise<boolean> {
    const answer = await ElMessageBox.confirm(note, title, {
      confirmButtonText: action,
      cancelButtonText: t('common.cancel'),
      closeOnClickModal: false,
    }).catch(() => null)
    return answer !== null
  }

  /** @returns whether the copy is open */
  async function copyHere(file: string): Promise<boolean> {
    const plan = await session.perform('plan.copyHere', { file })
    if (plan === null) return false
    session.say(t('plans.copiedHere', { name: plan.name }))
    return true
  }

  return {
    isWanted,
    copyHere,
    /** Where a plan is not worked on at its place, a copy on this computer is offered. @returns whether the plan or the copy is open */
    async open(file: string): Promise<boolean> {
      const plan = await session.perform('plan.open', { file })
      if (plan !== null) {
        session.say(t('plans.opened', { name: plan.name }))
        return true
      }
      const found = copiedFirst(session.problems)
      if (found === undefined) return false
      session.dismiss()
      if (!(await isWanted(t('plans.copyHereTitle'), sayProblem(found, words.value).what, t('plans.copyHere')))) return false
      return copyHere(file)
    },
  }
}
