import { shallowRef } from 'vue'

/** So many of the last things that were done are listed. */
const LISTED = 30

/** Something that was done, as it is told to whoever did it. */
export interface Notice {
  id: number
  text: string
  at: Date
  /** The step of the plan that it was, by its number; null: it changed nothing there. */
  step: number | null
  /** How the step can be turned round, as long as it is the last one. */
  offers: 'undo' | 'redo' | null
  /** Told by the change log itself, until the page says it in its own words. */
  isFromLog: boolean
}

/** What was done last, newest last: each step of the plan is told once, whether its page has a word for it or not. */
export function noticeList() {
  const notices = shallowRef<readonly Notice[]>([])
  let id = 0
  /** The newest step that is told already. */
  let toldTo = 0

  const add = (notice: Omit<Notice, 'id' | 'at'>): void => {
    notices.value = [...notices.value, { ...notice, id: ++id, at: new Date() }].slice(-LISTED)
  }
  const newStep = (last: number | null): number | null => {
    if (last === null || last <= toldTo) return null
    toldTo = last
    return last
  }
  return {
    notices,
    /** Another plan, of which this is the last step: whatever was said of the one before is past. */
    begin(last: number): void {
      toldTo = last
      notices.value = notices.value.map((each) => ({ ...each, offers: null }))
    },
    /** What a page says. @param last the plan's last step; one that is new is what it speaks of */
    say(text: string, last: number | null, offers: 'redo' | null, undone: number | null): void {
      const step = newStep(last)
      if (offers === 'redo') return add({ text, step: undone, offers, isFromLog: false })
      if (step !== null) return add({ text, step, offers: 'undo', isFromLog: false })
      const before = notices.value.at(-1)
      if (before?.isFromLog !== true || before.step !== last) return add({ text, step: null, offers: null, isFromLog: false })
      notices.value = [...notices.value.slice(0, -1), { ...before, text, isFromLog: false }]
    },
    /** What the log says of a step of which no page has spoken yet. */
    tell(text: string, last: number): void {
      const step = newStep(last)
      if (step !== null) add({ text, step, offers: 'undo', isFromLog: true })
    },
  }
}
