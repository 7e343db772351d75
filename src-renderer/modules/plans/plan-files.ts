import { call } from '../../api/client.ts'
import { useWords } from '../../locales/words.ts'
import { usePlanOpening } from '../../stores/plan-opening.ts'
import { useSession } from '../../stores/session.ts'

/** What can be done with plan files as files, and what is said afterwards. */
export function usePlanFiles() {
  const session = useSession()
  const { t } = useWords()

  const { isWanted, copyHere, open } = usePlanOpening()

  return {
    isWanted,
    copyHere,
    open,
    async showFolder(file?: string): Promise<void> {
      try {
        await call('plan.showFolder', file === undefined ? {} : { file })
      } catch (error) {
        session.show(error)
      }
    },
    async restore(file: string, name: string, backup: { backup: string; day: string }): Promise<boolean> {
      const note = t('plans.restoreNote', { name, day: backup.day })
      if (!(await isWanted(t('plans.restoreTitle'), note, t('plans.restore')))) return false
      const plan = await session.perform('plan.restoreBackup', { file, backup: backup.backup })
      if (plan === null) return false
      session.say(t('plans.restored', { name: plan.name, day: backup.day }))
      return true
    },
  }
}
