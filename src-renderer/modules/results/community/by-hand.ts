import type { Override } from '../../../../src-main/model/plan.ts'

/** The fields of ByHandFields as they are typed; `expires` is a year or empty. */
export interface TypedWhy {
  reason: string
  document: string
  expires: string
}

export const typedOf = (override: Override | null): TypedWhy => ({
  reason: override?.reason ?? '',
  document: override?.document ?? '',
  expires: override?.expires === undefined ? '' : String(override.expires),
})

/** What the contract takes of it. */
export const whyOf = ({ reason, document, expires }: TypedWhy): { reason: string; document: string; expires?: number } => ({
  reason: reason.trim(),
  document: document.trim(),
  ...(expires !== '' && { expires: Number(expires) }),
})
