import { CHECK_COUNT_NAMES, REGISTER_COUNT_NAMES } from '../../model/registration.ts'
import { numbersOfCommunity, type RowsInLog } from '../../desk/row-in-log.ts'

const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)

export const registrationRows = {
  register_count: numbersOfCommunity('registerCount', REGISTER_COUNT_NAMES.map(columnOf)),
  spot_check: numbersOfCommunity('spotCheck', CHECK_COUNT_NAMES),
} satisfies RowsInLog
