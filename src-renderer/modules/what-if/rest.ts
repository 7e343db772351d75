/** Work that is done once nothing has happened for a while. */
export interface Rest {
  /** The rest begins, or begins anew. */
  begin(): void
  /** Something happens: the work is not done. */
  end(): void
}

/** @param milliseconds how long a rest is until the work is done */
export function rest(milliseconds: number, work: () => void | Promise<void>): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (): void => clearTimeout(timer)
  return {
    end,
    begin() {
      end()
      timer = setTimeout(() => void work(), milliseconds)
    },
  }
}
