import type { Connection } from '../sqlite.ts'

/** A file that delivered what is known of these communities, by key, at an ISO time. */
export interface Delivery {
  year: number
  file: string
  at: string
  communities: readonly string[]
}

interface Row {
  year: number
  file: string
  at: string
  communities: string
}

export const deliveryReads = (connection: Connection) => {
  const list = connection.prepare<[number], Row>(
    'SELECT year, file, delivered_at AS at, communities FROM delivery WHERE year = ? ORDER BY id',
  )
  return {
    /** @returns what was delivered for the year, in the order in which it was */
    list: (year: number): Delivery[] => list.all(year).map((row) => ({ ...row, communities: JSON.parse(row.communities) as string[] })),
  }
}

export const deliveryWrites = (connection: Connection) => {
  const add = connection.prepare('INSERT INTO delivery (year, file, delivered_at, communities) VALUES (@year, @file, @at, @communities)')
  return {
    ...deliveryReads(connection),
    /** Records a delivery; only undo takes it back. */
    add: ({ communities, ...delivery }: Delivery): void => {
      add.run({ ...delivery, communities: JSON.stringify(communities) })
    },
  }
}
