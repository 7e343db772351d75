import { computed, shallowRef } from 'vue'

/** Turns of one number that follow each other faster than this are one movement of the hand. */
const ONE_MOVEMENT_MS = 800

interface Step<Supposed> {
  /** How everything stood at the other side of the step. */
  other: Supposed
  what: string
}

/**
 * What was turned on the page, to be turned back one movement at a time, and turned again.
 * @param now how everything stands; @param put makes it stand so
 */
export function turnedSteps<Supposed>(now: () => Supposed, put: (supposed: Supposed) => void) {
  const past = shallowRef<readonly Step<Supposed>[]>([])
  const future = shallowRef<readonly Step<Supposed>[]>([])
  let turnedAt = 0

  /** Called before something is turned. @param what names the thing; one that can be dragged is one step while it is dragged */
  function note(what: string, isDragged = false): void {
    const at = performance.now()
    const isGoingOn = isDragged && past.value.at(-1)?.what === what && future.value.length === 0 && at - turnedAt < ONE_MOVEMENT_MS
    turnedAt = at
    if (isGoingOn) return
    past.value = [...past.value, { other: now(), what }]
    future.value = []
  }
  function back(): void {
    const step = past.value.at(-1)
    if (step === undefined) return
    past.value = past.value.slice(0, -1)
    future.value = [...future.value, { other: now(), what: step.what }]
    turnedAt = 0
    put(step.other)
  }
  function again(): void {
    const step = future.value.at(-1)
    if (step === undefined) return
    future.value = future.value.slice(0, -1)
    past.value = [...past.value, { other: now(), what: step.what }]
    turnedAt = 0
    put(step.other)
  }
  function forget(): void {
    past.value = []
    future.value = []
  }
  return {
    note,
    back,
    again,
    forget,
    last: computed(() => past.value.at(-1)?.what ?? null),
    next: computed(() => future.value.at(-1)?.what ?? null),
  }
}
