import type { FullResult, Reporter, Suite } from '@playwright/test/reporter'
import { failure, reportCounts } from './counts.ts'

/** Counts tests for the closing line over all suites. A test that passes only at the second try has failed. */
export default class PlaywrightCounts implements Reporter {
  #suite: Suite | null = null

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? []
    const skipped = tests.filter((test) => test.outcome() === 'skipped')
    const failed = tests.filter((test) => test.outcome() === 'unexpected' || test.outcome() === 'flaky')
    const reasonOf = (test: (typeof tests)[number]): string =>
      test.annotations.find((each) => each.type === 'skip')?.description ??
      test.results.flatMap((each) => each.annotations).find((each) => each.type === 'skip')?.description ??
      `${test.title}: no reason given`
    const failureOf = (test: (typeof tests)[number]): string =>
      failure(
        test.titlePath().filter(Boolean).join(' › '),
        test.results.flatMap((each) => each.errors).map((each) => each.message ?? each.value ?? ''),
      )
    const endedBadly = result.status !== 'passed' && failed.length === 0 ? 1 : 0
    reportCounts({
      passed: tests.length - skipped.length - failed.length,
      failed: failed.length + endedBadly,
      skipped: skipped.length,
      reasons: skipped.map(reasonOf),
      failures: failed.map(failureOf),
    })
  }

  printsToStdio(): boolean {
    return false
  }
}
