import { defineStore } from 'pinia'
import { ref } from 'vue'
import { beforeAsking } from '../api/client.ts'
import { messages } from '../locales/messages.ts'
import { useSession } from './session.ts'
import type { OperationName } from '../../src-main/contract/operations.ts'
import { UNSIGNED_COMMANDS } from '../../src-main/contract/signing.ts'

/** Commands, and only they, have a name in the change log. */
const isCommand = (name: OperationName): boolean =>
  name.split('.').reduce<unknown>((book, part) => (book as Record<string, unknown> | undefined)?.[part], messages.zh['operations']) !==
  undefined

/** Under whose name the work is done: asked before the first change, changed at any time. */
export const useSigning = defineStore('signing', () => {
  const session = useSession()
  /** Why the name is asked for at the moment; null: it is not. */
  const asking = ref<'first' | 'change' | null>(null)
  let answered: ((isSigned: boolean) => void) | null = null
  let answer: Promise<boolean> | null = null

  const isSigned = (): boolean => (session.status?.operator ?? '') !== ''
  /** Asks once, however many changes wait for the answer. */
  function ask(): Promise<boolean> {
    answer ??= new Promise<boolean>((resolve) => {
      asking.value = 'first'
      answered = resolve
    }).finally(() => (answer = null))
    return answer
  }
  beforeAsking(async (name) => UNSIGNED_COMMANDS.includes(name) || !isCommand(name) || isSigned() || ask())

  function change(): void {
    asking.value = 'change'
  }
  /** @param operator the name; null: none was given, and what waits for it is not done */
  async function sign(operator: string | null): Promise<void> {
    asking.value = null
    if (operator !== null) {
      await session.perform('app.rename', { operator })
    }
    answered?.(isSigned())
    answered = null
  }
  return { asking, change, sign }
})
