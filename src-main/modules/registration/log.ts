import { CHECK_COUNTS, REGISTER_COUNTS } from '../../model/registration.ts'
import type { Text } from '../../model/text.ts'
import { numbersOfCommunity, type RowsInLog } from '../../desk/row-in-log.ts'

const quarter = ([number]: readonly unknown[]): Required<Text> => ({ zh: `第${String(number)}季度`, en: `Quarter ${String(number)}` })
const columnsOf = (counts: Readonly<Record<string, { label: Required<Text> }>>): Record<string, Required<Text>> =>
  Object.fromEntries(
    Object.entries(counts).map(([name, { label }]) => [name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`), label]),
  )

export const registrationRows = {
  register_count: numbersOfCommunity('registerCount', columnsOf(REGISTER_COUNTS), quarter),
  spot_check: numbersOfCommunity('spotCheck', columnsOf(CHECK_COUNTS), quarter),
} satisfies RowsInLog
