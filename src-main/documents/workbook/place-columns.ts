import type { Community } from '../../model/plan.ts'
import { CENTRED, ROW_NUMBER, TEXT } from './look.ts'
import type { Column } from './page.ts'
import type { Words } from './words.ts'

/** The columns that every list of communities begins with: number, district, subdistrict, name, code. */
export const placeColumns = <Row extends { number: number }>(say: Words, placeOf: (row: Row) => Omit<Community, 'key'>): Column<Row>[] => [
  { heading: say.number, look: ROW_NUMBER, cell: (row) => row.number },
  { heading: say.district, look: TEXT, widest: 16, cell: (row) => placeOf(row).district },
  { heading: say.subdistrict, look: TEXT, widest: 18, cell: (row) => placeOf(row).subdistrict },
  { heading: say.community, look: TEXT, widest: 28, cell: (row) => placeOf(row).name },
  { heading: say.code, look: CENTRED, widest: 16, cell: (row) => placeOf(row).code },
]
