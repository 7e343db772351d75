import type { ImportLayout } from '../../model/import-desk.ts'
import { appError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Connection } from '../sqlite.ts'

interface Row {
  id: string
  file: string
  saved: string
  layout: string
}

const toLayout = ({ layout, ...row }: Row): ImportLayout => ({
  ...row,
  ...(JSON.parse(layout) as Pick<ImportLayout, 'headings' | 'headerRows' | 'fields' | 'chosen'>),
})

export const importLayoutReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>('SELECT id, file, saved_at AS saved, layout FROM import_layout ORDER BY saved_at DESC, id')
  return { /** @returns the remembered layouts, the one saved last first */ list: (): ImportLayout[] => list.all().map(toLayout) }
}

export const importLayoutWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO import_layout (id, file, saved_at, layout) VALUES (@id, @file, @saved, @layout)
    ON CONFLICT (id) DO UPDATE SET file = excluded.file, saved_at = excluded.saved_at, layout = excluded.layout`)
  const remove = connection.prepare('DELETE FROM import_layout WHERE id = ?')
  return {
    ...importLayoutReads(connection),
    /** Remembers a layout, in place of what was remembered for the same headings. */
    save: ({ id, file, saved, ...layout }: ImportLayout): void => {
      save.run({ id, file, saved, layout: canonicalJson(layout) })
    },
    /** @throws AppError import.layoutUnknown */
    remove: (id: string): void => {
      if (remove.run(id).changes === 0) throw appError('import.layoutUnknown', { value: id })
    },
  }
}
