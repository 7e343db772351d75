import { onBeforeUnmount, watch, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { GivenFile } from '../../src-main/contract/bridge.ts'
import { ProblemError } from '../api/problem-error.ts'
import { givenPackages } from '../stores/given-packages.ts'
import { usePlanOpening } from '../stores/plan-opening.ts'
import { useSession } from '../stores/session.ts'

/**
 * Opens what the system gives to the program, by a double click on a plan or a package: before the window is there, and while it is.
 * @param isUsable false where there is nothing but the reason why the start failed
 */
export function useGivenFiles(isUsable: Ref<boolean>): void {
  const session = useSession()
  const router = useRouter()
  const { open: openPlan } = usePlanOpening()

  async function open(given: readonly GivenFile[]): Promise<void> {
    const packages = given.flatMap((each) => (each.kind === 'package' ? [new File([each.bytes as BlobPart], each.name)] : []))
    if (packages.length > 0) {
      givenPackages.value = packages
      await router.push({ name: 'rollup' })
    }
    // Of several plans the last one stays open.
    const plan = given.findLast((each) => each.kind === 'plan')
    if (plan === undefined) return
    if (!(await openPlan(plan.file))) return
    if (packages.length === 0) await router.push({ name: 'overview' })
  }
  async function take(): Promise<void> {
    if (!isUsable.value || window.bridge === undefined) return
    const reply = await window.bridge.takeFiles()
    if (!reply.ok) throw new ProblemError(reply.problems)
    await open(reply.value)
    // Said last, beside what went wrong with the others, because opening a plan takes away what was said before.
    const unreadable = reply.value.flatMap((each) => (each.kind === 'unreadable' ? [each.problem] : []))
    if (unreadable.length > 0) session.show(new ProblemError([...session.problems, ...unreadable]))
  }
  const takeAll = (): void => void take().catch((error: unknown) => session.show(error))
  watch(isUsable, takeAll, { immediate: true })
  const stop = window.bridge?.onFiles(takeAll)
  onBeforeUnmount(() => stop?.())
}
