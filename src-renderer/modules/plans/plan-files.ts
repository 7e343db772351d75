import { ElMessageBox } from 'element-plus'
import { call } from '../../api/client.ts'
import { useWords } from '../../locales/words.ts'
import { useSession } from '../../stores/session.ts'

/** What can be done with plan files as files, and what is said afterwards. */
export function usePlanFiles() {
  const session = useSession()
  const { t } = useWords()

  /** What can't be taken back by a click asks first. @returns whether it is wanted */
  async function isWanted(title: string, note: string, action: string): Promise<boolean> {
    const answer = await ElMessageBox.confirm(note, title, {
      confirmButtonText: action,
      cancelButtonText: t('common.cancel'),
      closeOnClickModal: false,
    }).catch(() => null)
    return answer !== null
  }

  return {
    isWanted,
    async open(file: string): Promise<void> {
      const plan = await session.perform('plan.open', { file })
      if (plan !== null) session.say(t('plans.opened', { name: plan.name }))
    },
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
