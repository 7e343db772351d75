import type { Component } from '../../../../../src-main/model/policy.ts'

/** How something is paid for: by city and district in a ratio, by any payers, or it is not said. */
export type Paying = Pick<Component, 'split' | 'payers'>
