import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { onFrozen } from '../api/client.ts'

/** A year whose adoption somebody wants to take back; `editing`: a change was refused because of it, and goes on once it is taken back. */
interface Question {
  year: number
  title: string
  editing: boolean
}

/** The one question whether an adoption is to be taken back: asked by its button, and by every change that an adopted year refuses. */
export const useFrozen = defineStore('frozen', () => {
  const asked = shallowRef<Question | null>(null)
  let pending: Promise<boolean> | null = null
  let settle: (isTakenBack: boolean) => void = () => undefined

  /** @returns whether the adoption was taken back; who asks while the question stands gets the same answer */
  function ask(question: Question): Promise<boolean> {
    if (pending !== null) return pending
    asked.value = question
    pending = new Promise((resolve) => {
      settle = resolve
    })
    return pending
  }
  function answer(isTakenBack: boolean): void {
    asked.value = null
    pending = null
    settle(isTakenBack)
  }
  onFrozen(({ params }) => ask({ year: Number(params['year']), title: String(params['title']), editing: true }))

  return { asked, ask, answer }
})
