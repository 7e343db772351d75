import type { FullResult, Reporter, TestCase } from '@playwright/test/reporter'
import { failure, reportCounts } from './counts.ts'

const reasonOf = (test: TestCase): string =>
  test.annotations.find((each) => each.type === 'skip')?.description ??
  test.results.flatMap((each) => each.annotations).find((each) => each.type === 'skip')?.description ??
  `${test.title}: no reason given`
const failureOf = (test: TestCase): string =>
  failure(
    test.titlePath().filter(Boolean).join(' › '),
    test.results.flatMap((each) => each.errors).map((each) => each.message ?? each.value ?? ''),
  )

/** Counts tests for the closing line over all suites. A test that passes only at the second try has failed. */
export default class PlaywrightCounts implements Reporter {
  readonly #ended = new Set<TestCase>()

  onTestEnd(test: TestCase): void {
    this.#ended.add(test)
    this.#report(false)
  }

  onEnd(result: FullResult): void {
    this.#report(result.status !== 'passed')
  }

  #report(endedBadly: boolean): void {
    const tests = [...this.#ended]
    const skipped = tests.filter((test) => test.outcome() === 'skipped')
    const failed = tests.filter((test) => test.outcome() === 'unexpected' || test.outcome() === 'flaky')
    reportCounts({
      passed: tests.length - skipped.length - failed.length,
      failed: failed.length + (endedBadly && failed.length === 0 ? 1 : 0),
      skipped: skipped.length,
      reasons: skipped.map(reasonOf),
      failures: failed.map(failureOf),
    })
  }

  printsToStdio(): boolean {
    return false
  }
}
