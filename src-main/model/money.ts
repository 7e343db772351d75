import { z } from 'zod'

/** Money is a whole number of fen, everywhere. 1 元 = 100 fen, 1 万元 = 1,000,000 fen. */
export const Fen = z.number().int()
export const FenNotNegative = Fen.min(0)

export const FEN_PER_YUAN = 100
export const FEN_PER_WAN = 1_000_000

/** Units to which amounts may be rounded: 元, 百元, 千元, 万元; in fen. */
export const ROUNDING_UNITS = { yuan: 100, hundredYuan: 10_000, thousandYuan: 100_000, tenThousandYuan: 1_000_000 } as const
export const RoundingUnit = z.enum(['yuan', 'hundredYuan', 'thousandYuan', 'tenThousandYuan'])
export type RoundingUnit = z.infer<typeof RoundingUnit>
