import type { Words } from '../../../locales/words.ts'
import type { CommunityResult } from '../../../../src-main/model/plan.ts'
import type { ShownAmounts, ShownColumn } from '../../../print/displayed.ts'
import type { NumberedDistrict } from '../../../print/numbered.ts'
import type { PrintBlock } from '../../../print/table.ts'

/** The rows of a table of communities by district and subdistrict, with a sum under each place and the total at the end; a single district's is the total. */
export function placeBlocks(
  groups: readonly NumberedDistrict[],
  { columns }: ShownAmounts,
  wordsOf: (community: CommunityResult, number: number) => Record<string, string>,
  { t }: Words,
): PrintBlock[] {
  const cells = (of: (column: ShownColumn) => string | undefined): Record<string, string> =>
    Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, of(column) ?? '']))
  const named = (place: string): string => place || t('print.noPlace')
  const counted = (label: string, count: number): string => t('print.withCount', { label, note: t('print.countOf', { count }) })
  const blocks = groups.flatMap((group): PrintBlock[] => [
    { key: group.key, lines: [{ key: 'place', kind: 'place', label: named(group.district), cells: {} }] },
    ...group.subdistricts.map((part): PrintBlock => ({
      key: part.key,
      lines: [
        ...part.lines.map(({ number, community }) => ({
          key: community.key,
          kind: 'line' as const,
          cells: { ...wordsOf(community, number), ...cells((column) => column.communities.get(community.key)) },
        })),
        {
          key: 'sum',
          kind: 'subtotal',
          label: counted(t('print.subtotalOf', { place: named(part.subdistrict) }), part.sums.count),
          cells: cells((column) => column.subdistricts.get(part.key)),
        },
      ],
    })),
    ...(groups.length === 1
      ? []
      : [
          {
            key: `${group.key}/sum`,
            lines: [
              {
                key: 'sum',
                kind: 'district-total' as const,
                label: counted(t('print.districtTotal', { district: named(group.district) }), group.sums.count),
                cells: cells((column) => column.districts.get(group.key)),
              },
            ],
          },
        ]),
  ])
  const count = groups.reduce((sum, group) => sum + group.sums.count, 0)
  return [
    ...blocks,
    {
      key: 'total',
      lines: [{ key: 'total', kind: 'grand-total', label: counted(t('print.total'), count), cells: cells((column) => column.total) }],
    },
  ]
}
