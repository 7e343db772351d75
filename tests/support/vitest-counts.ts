import type { Reporter, TestModule } from 'vitest/node'
import { failure, reportCounts } from './counts.ts'

const messageOf = (error: unknown): string => (error instanceof Object && 'message' in error ? String(error.message) : String(error))

/** Counts tests for the closing line over all suites. A file that can't be loaded is a failure. */
export default class VitestCounts implements Reporter {
  readonly #ended: TestModule[] = []

  onTestModuleEnd(module: TestModule): void {
    this.#ended.push(module)
    this.#report(this.#ended, [])
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    this.#report(modules, errors)
  }

  #report(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    const reasons: string[] = []
    const failures = errors.map((error) => failure('outside a test', [messageOf(error)]))
    let broken = errors.length
    for (const module of modules) {
      if (module.errors().length > 0) {
        broken++
        failures.push(failure(module.relativeModuleId, module.errors().map(messageOf)))
      }
      for (const test of module.children.allTests()) {
        const result = test.result()
        count[result.state]++
        if (result.state === 'failed') failures.push(failure(`${module.relativeModuleId} › ${test.fullName}`, result.errors.map(messageOf)))
        if (result.state === 'skipped') reasons.push(result.note ?? `${test.fullName}: no reason given`)
      }
    }
    reportCounts({ passed: count.passed, failed: count.failed + count.pending + broken, skipped: count.skipped, reasons, failures })
  }
}
