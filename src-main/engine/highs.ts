import type { Highs } from 'highs'

let loading: Promise<Highs> | undefined

/**
 * HiGHS (Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method, 2018) as WebAssembly; loaded when it is
 * first needed.
 */
export async function solver(): Promise<Highs> {
  loading ??= import('highs').then(({ default: load }) => load())
  return loading
}
