import { CatalogueItem, type CatalogueException, type MeasureCount, type ServiceOffer } from '../../model/catalogue.ts'
import type { Connection } from '../sqlite.ts'
import { keptAs } from './kept.ts'

interface ItemRow {
  item: string
}

export const catalogueReads = (connection: Connection) => {
  const items = connection.prepare<[number], ItemRow>('SELECT item FROM catalogue_item WHERE year = ? ORDER BY position, id')
  return {
    /** @returns the year's version of all items in their order, also the withdrawn ones */
    items: (year: number): CatalogueItem[] => items.all(year).map(({ item }) => keptAs(connection, CatalogueItem, item)),
  }
}

export const catalogueWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO catalogue_item (year, id, position, item)
    VALUES (@year, @id, (SELECT coalesce(max(position), 0) + 1 FROM catalogue_item WHERE year = @year), @item)
    ON CONFLICT (year, id) DO UPDATE SET item = excluded.item`)
  const remove = connection.prepare('DELETE FROM catalogue_item WHERE year = ? AND id = ?')
  return {
    ...catalogueReads(connection),
    /** Adds items at the end, or makes those of the same id equal to these. */
    save: (year: number, items: readonly CatalogueItem[]): void => {
      for (const each of items) save.run({ year, id: each.id, item: JSON.stringify(each) })
    },
    /** Takes an item out of the year; nothing may be decided or counted of it. */
    remove: (year: number, id: string): void => void remove.run(year, id),
  }
}

export const catalogueExceptionReads = (connection: Connection) => {
  const list = connection.prepare<[number], CatalogueException>(
    'SELECT community_key AS key, item_id AS item, answer, reason FROM catalogue_exception WHERE year = ? ORDER BY community_key, item_id',
  )
  return { /** @returns what was decided by hand in the year */ list: (year: number): CatalogueException[] => list.all(year) }
}

export const catalogueExceptionWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO catalogue_exception (year, community_key, item_id, answer, reason) VALUES (@year, @key, @item, @answer, @reason)
    ON CONFLICT (year, community_key, item_id) DO UPDATE SET answer = excluded.answer, reason = excluded.reason`)
  const clear = connection.prepare('DELETE FROM catalogue_exception WHERE year = ? AND community_key = ? AND item_id = ?')
  return {
    ...catalogueExceptionReads(connection),
    /** Decides by hand, or decides anew. */
    set: (year: number, exception: CatalogueException): void => void save.run({ year, ...exception }),
    /** @returns whether there was something to take back */
    clear: (year: number, key: string, item: string): boolean => clear.run(year, key, item).changes > 0,
  }
}

export const measureCountReads = (connection: Connection) => {
  const list = connection.prepare<[number], MeasureCount>(
    `SELECT community_key AS key, item_id AS item, period, planned, done FROM measure_count WHERE year = ?
     ORDER BY community_key, item_id, period`,
  )
  return { /** @returns planned and done counts of the year */ list: (year: number): MeasureCount[] => list.all(year) }
}

export const measureCountWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO measure_count (year, community_key, item_id, period, planned, done) VALUES (@year, @key, @item, @period, @planned, @done)
    ON CONFLICT (year, community_key, item_id, period) DO UPDATE SET planned = excluded.planned, done = excluded.done`)
  const clear = connection.prepare('DELETE FROM measure_count WHERE year = ? AND community_key = ? AND item_id = ? AND period = ?')
  return {
    ...measureCountReads(connection),
    /** Makes the counts equal to these; a count of which nothing is known is none. */
    save: (year: number, counts: readonly MeasureCount[]): void => {
      for (const each of counts) {
        if (each.planned === null && each.done === null) clear.run(year, each.key, each.item, each.period)
        else save.run({ year, ...each })
      }
    },
  }
}

export const serviceOfferReads = (connection: Connection) => {
  const list = connection.prepare<[number], ServiceOffer>(
    'SELECT community_key AS key, item_id AS item, people, cases, metres FROM service_offer WHERE year = ? ORDER BY community_key, item_id',
  )
  return { /** @returns the services that communities offer in the year */ list: (year: number): ServiceOffer[] => list.all(year) }
}

export const serviceOfferWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO service_offer (year, community_key, item_id, people, cases, metres) VALUES (@year, @key, @item, @people, @cases, @metres)
    ON CONFLICT (year, community_key, item_id) DO UPDATE SET people = excluded.people, cases = excluded.cases, metres = excluded.metres`)
  const clear = connection.prepare('DELETE FROM service_offer WHERE year = ? AND community_key = ? AND item_id = ?')
  return {
    ...serviceOfferReads(connection),
    /** Offers services, or makes their figures equal to these. */
    save: (year: number, offers: readonly ServiceOffer[]): void => {
      for (const each of offers) save.run({ year, ...each })
    },
    /** @returns whether it was offered */
    clear: (year: number, key: string, item: string): boolean => clear.run(year, key, item).changes > 0,
  }
}
